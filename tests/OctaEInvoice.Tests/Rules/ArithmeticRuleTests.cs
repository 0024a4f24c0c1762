using System.Globalization;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Tests.Rules;

public class ArithmeticRuleTests
{
    // Tolerance: floor - 1 to ceiling + 1 of the calculated value (nic-rules 2.2).
    private static readonly (string Nic, string Path, string Calculated, decimal Least, decimal Most, bool WithinState)[] Borders =
    [
        ("2193", "ItemList[0].AssAmt",      "9978.84",  9977,  9980,  false),
        ("2235", "ItemList[0].IgstAmt",     "1197.46",  1196,  1199,  false),
        ("2266", "ItemList[0].CesAmt",      "498.94",   497,   500,   false),
        ("2267", "ItemList[0].StateCesAmt", "1197.46",  1196,  1199,  false),
        ("2194", "ItemList[0].TotItemVal",  "12897.70", 12896, 12899, false),
        ("2182", "ValDtls.AssVal",          "9978.84",  9977,  9980,  false),
        ("2185", "ValDtls.IgstVal",         "1197.46",  1196,  1199,  false),
        ("2186", "ValDtls.CesVal",          "508.94",   507,   510,   false),
        ("2187", "ValDtls.StCesVal",        "1202.46",  1201,  1204,  false),
        ("2189", "ValDtls.TotInvVal",       "12908.00", 12907, 12909, false),
        ("2234", "ItemList[0].CgstAmt",     "598.73",   597,   600,   true),
        ("2234", "ItemList[0].SgstAmt",     "598.73",   597,   600,   true),
        ("2183", "ValDtls.SgstVal",         "598.73",   597,   600,   true),
        ("2184", "ValDtls.CgstVal",         "598.73",   597,   600,   true),
    ];

    public static TheoryData<string, string> Rules() => Pairs.Of(Borders.Select(border => (border.Nic, border.Path)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_amount_passes_on_the_border_and_fails_one_paisa_beyond(string nic, string path)
    {
        var border = Borders.Single(border => border.Path == path);
        foreach (decimal inside in new[] { border.Least, border.Most })
            Assert.DoesNotContain(Document(border.WithinState).With(path, inside).Issues(), issue => issue.NicCode == nic);
        foreach (decimal outside in new[] { border.Least - 0.01m, border.Most + 0.01m })
        {
            Issue issue = Assert.Single(Document(border.WithinState).With(path, outside).Issues());
            Assert.Equal((nic, path, IssueSeverity.Error), (issue.NicCode, issue.Path, issue.Severity));
            Assert.Equal(outside.ToString(CultureInfo.InvariantCulture), issue.Given);
            Assert.Equal($"{border.Calculated} ({border.Least} to {border.Most})", issue.Expected);
        }
    }

    [Theory]
    [InlineData(597, true)]
    [InlineData(596.99, false)]
    [InlineData(599, true)]
    [InlineData(599.01, false)]
    public void SGST_equals_CGST_within_the_tolerance(double sgst, bool passes)
    {
        // 598 allows 597 to 599, while the rate alone would allow 597 to 600.
        Issue[] issues = [.. Document(withinState: true).With("ItemList[0].CgstAmt", 598).With("ItemList[0].SgstAmt", (decimal)sgst).Issues().Where(issue => issue.NicCode is "2227" or "2234")];
        Assert.Equal(passes, issues.Length == 0);
        if (!passes && sgst > 598)
            Assert.Equal(("2227", "ItemList[0].SgstAmt", "598.00 (597 to 599)"), (issues[0].NicCode, issues[0].Path, issues[0].Expected));
    }

    [Theory]
    [InlineData("CRN")]
    [InlineData("DBN")]
    public void A_notes_taxes_need_not_follow_the_rates_but_its_sums_and_halves_are_checked(string type)
    {
        DocumentUnderTest note = Document(withinState: true).With("DocDtls.Typ", type).With("RefDtls.PrecDocDtls[0].InvNo", "A1").With("RefDtls.PrecDocDtls[0].InvDt", "01/11/2026")
            .With("ItemList[0].CgstAmt", 500).With("ItemList[0].SgstAmt", 500).With("ItemList[0].CesAmt", 0).With("ItemList[0].StateCesAmt", 0).With("ItemList[0].TotItemVal", 11003.84m)
            .With("ValDtls.CgstVal", 500).With("ValDtls.SgstVal", 500).With("ValDtls.CesVal", 10).With("ValDtls.StCesVal", 5).With("ValDtls.TotInvVal", 11014.14m);
        Assert.Empty(note.Issues().Select(issue => issue.ToString()));
        Assert.Equal(["2227"], note.With("ItemList[0].SgstAmt", 498.99m).Issues().Select(issue => issue.NicCode));
        Assert.Equal(["2183"], note.With("ItemList[0].SgstAmt", 500).With("ValDtls.SgstVal", 501.01m).Issues().Select(issue => issue.NicCode));
    }

    [Theory]
    [InlineData("EXPWOP", 0, true)]
    [InlineData("EXPWOP", 100, false)]
    [InlineData("EXPWP", 0, false)]
    [InlineData("SEZWOP", 0, true)]
    [InlineData("SEZWP", 0, false)]
    public void Supplies_without_payment_of_tax_may_bear_no_IGST_at_any_rate(string supplyType, int igst, bool passes)
    {
        DocumentUnderTest document = Document().With("TranDtls.SupTyp", supplyType).With("ItemList[0].IgstAmt", igst);
        Assert.Equal(passes, document.Issues().All(issue => issue.NicCode != "2235"));
    }

    [Theory]
    [InlineData("RegRev", 12897.70, true)]
    [InlineData("RegRev", 9988.84, true)]
    [InlineData("RegRev", 11700.24, true)]
    [InlineData("RegRev", 9986.99, false)]
    [InlineData("EXPWP", 9988.84, true)]
    [InlineData("EXPWP", 9990.01, false)]
    [InlineData("B2B", 9988.84, false)]
    [InlineData("EXPWOP", 9988.84, false)]
    public void Under_reverse_charge_and_in_exports_with_payment_a_total_may_leave_the_tax_out(string kind, double total, bool passes)
    {
        DocumentUnderTest document = kind == "RegRev" ? Document().With("TranDtls.RegRev", "Y") : Document().With("TranDtls.SupTyp", kind);
        Issue[] wrong = [.. document.With("ItemList[0].TotItemVal", (decimal)total).Issues().Where(issue => issue.NicCode == "2194")];
        Assert.Equal(passes, wrong.Length == 0);
        if (!passes && kind is "RegRev" or "EXPWP" && wrong.Length > 0)
            Assert.Equal("12897.70 (12896 to 12899), or 9988.84 (9987 to 9990) without tax", wrong[0].Expected);
    }

    [Theory]
    [InlineData(9987, 0)]
    [InlineData(9990, 0)]
    [InlineData(9986.99, 1)]
    public void Quantity_times_price_is_compared_with_a_warning_since_NIC_withdrew_the_rule(double gross, int warnings)
    {
        Issue[] issues = [.. Document().With("ItemList[0].TotAmt", (decimal)gross).Issues().Where(issue => issue.NicCode == "2192")];
        Assert.Equal(warnings, issues.Length);
        Assert.All(issues, issue => Assert.Equal((IssueSeverity.Warning, "9988.84 (9987 to 9990)"), (issue.Severity, issue.Expected)));
    }

    [Fact]
    public void A_note_about_a_price_alone_has_no_quantity_to_multiply() =>
        Assert.DoesNotContain(
            Document().With("DocDtls.Typ", "DBN").With("ItemList[0].Qty", 0).Issues(),
            issue => issue.NicCode == "2192");

    [Fact]
    public void A_note_with_a_quantity_is_multiplied_like_an_invoice() =>
        Assert.Contains(
            Document().With("DocDtls.Typ", "DBN").With("ItemList[0].Qty", 90).Issues(),
            issue => issue.NicCode == "2192");

    [Theory]
    [InlineData("2345.04", 2344, 2347)]
    [InlineData("10241.00", 10240, 10242)]
    [InlineData("10241.61", 10240, 10243)]
    [InlineData("0", -1, 1)]
    [InlineData("-0.5", -2, 1)]
    public void The_tolerance_is_that_of_NICs_own_examples(string calculated, int least, int most)
    {
        decimal value = decimal.Parse(calculated, CultureInfo.InvariantCulture);
        Assert.True(Tolerance.Allows(value, least));
        Assert.True(Tolerance.Allows(value, most));
        Assert.False(Tolerance.Allows(value, least - 0.01m));
        Assert.False(Tolerance.Allows(value, most + 0.01m));
    }

    [Fact]
    public void IGST_within_a_state_is_one_error_a_line()
    {
        Issue issue = Assert.Single(Document(withinState: true).With("ItemList[0].IgstAmt", 0.01m).Issues());
        Assert.Equal(("2172", "OCTA-067", "ItemList[0].IgstAmt", "0.01", "0"), (issue.NicCode, issue.Code, issue.Path, issue.Given, issue.Expected));
    }

    [Theory]
    [InlineData("CgstAmt", "OCTA-068")]
    [InlineData("SgstAmt", "OCTA-069")]
    public void CGST_or_SGST_between_states_is_one_error_a_line(string field, string code)
    {
        Issue issue = Assert.Single(Document().With("ItemList[0]." + field, 0.01m).Issues());
        Assert.Equal(("2174", code, "ItemList[0]." + field), (issue.NicCode, issue.Code, issue.Path));
    }

    [Fact]
    public void IGST_is_right_within_a_state_when_IgstOnIntra_says_so() =>
        Assert.Empty(Document().With("BuyerDtls.Gstin", "24AABCT1332L1ZK").With("BuyerDtls.Stcd", "24").With("BuyerDtls.Pos", "24").With("BuyerDtls.Pin", 380009)
            .With("TranDtls.IgstOnIntra", "Y").With("TranDtls.RegRev", "Y").Issues().Select(issue => issue.ToString()));

    [Fact]
    public void One_digit_state_codes_are_the_same_states()
    {
        DocumentUnderTest document = Document().With("BuyerDtls.Stcd", "8").With("BuyerDtls.Pos", "8");
        OctaInvoice invoice = document.Read();
        invoice.Buyer!.StateCode = "8";
        invoice.Buyer.PlaceOfSupply = "8";
        var issues = new Engine.Schema.IssueList();
        InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, issues);
        Assert.Empty(issues.All.Select(issue => issue.ToString()));
    }

    [Fact]
    public void A_wrong_taxable_value_is_reported_once_and_not_again_in_taxes_and_totals()
    {
        Issue issue = Assert.Single(Document().With("ItemList[0].AssAmt", 9078.84m).Issues());
        Assert.Equal(("2193", "9978.84 (9977 to 9980)"), (issue.NicCode, issue.Expected));
    }

    [Theory]
    [InlineData("ItemList[0].TotItemVal", "2194", "ItemList[0].TotItemVal")]
    [InlineData("ItemList[0].IgstAmt", "2235", "ItemList[0].IgstAmt")]
    [InlineData("ItemList[0].CesAmt", "2266", "ItemList[0].CesAmt")]
    [InlineData("ItemList[0].StateCesAmt", "2267", "ItemList[0].StateCesAmt")]
    public void A_far_wrong_amount_of_a_line_is_reported_there_alone(string path, string nic, string reported)
    {
        Issue issue = Assert.Single(Document().With(path, 25000).Issues());
        Assert.Equal((nic, reported, "25000"), (issue.NicCode, issue.Path, issue.Given));
    }

    [Fact]
    public void A_wrong_total_of_the_document_is_found_beside_a_wrong_tax() =>
        Assert.Equal(["2235", "2189"], Document().With("ItemList[0].IgstAmt", 25000).With("ValDtls.TotInvVal", 1).Issues().Select(issue => issue.NicCode));

    [Fact]
    public void A_refused_amount_keeps_the_rules_that_need_it_silent()
    {
        Issue issue = Assert.Single(Document().With("ItemList[0].IgstAmt", "1197,46").Issues());
        Assert.Equal(("OCTA-067", "1197,46"), (issue.Code, issue.Given));
    }

    [Fact]
    public void A_missing_tax_is_an_error_that_says_what_is_due()
    {
        Issue issue = Assert.Single(Document().With("ItemList[0].IgstAmt", null).Issues());
        Assert.Equal(("2235", null, "1197.46 (1196 to 1199)"), (issue.NicCode, issue.Given, issue.Expected));
    }

    [Fact]
    public void Amounts_at_the_schemas_limits_do_not_overflow()
    {
        const decimal most = 999999999999.99m;
        DocumentUnderTest document = Document();
        foreach (string field in new[] { "TotAmt", "AssAmt", "IgstAmt", "CesAmt", "CesNonAdvlAmt", "StateCesAmt", "StateCesNonAdvlAmt", "OthChrg", "TotItemVal" })
            document.With("ItemList[0]." + field, most);
        document.With("ItemList[0].Discount", null).With("ItemList[0].Qty", 9999999999.999m).With("ItemList[0].UnitPrice", 999999999999.999m).With("ItemList[0].GstRt", 999.999m);
        Assert.Contains(document.WithLines(1000).Issues(), issue => issue.NicCode == "2235");
    }

    [Fact]
    public void Amounts_beyond_the_schemas_limits_given_by_a_program_do_not_overflow()
    {
        OctaInvoice invoice = Document().Read();
        invoice.Items![0].TaxableValue = decimal.MaxValue;
        invoice.Items[0].GstRate = decimal.MaxValue;
        invoice.Items[0].Total = decimal.MinValue;
        invoice.Totals!.Total = decimal.MaxValue;
        var issues = new Engine.Schema.IssueList();
        InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, issues);
        Assert.Equal(["ItemList[0].AssAmt", "ItemList[0].GstRt", "ItemList[0].TotItemVal", "ValDtls.TotInvVal"], issues.All.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Path));
    }

    private static DocumentUnderTest Document(bool withinState = false) =>
        withinState ? DocumentUnderTest.SpecificationAmountsWithinState() : DocumentUnderTest.SpecificationAmounts();
}
