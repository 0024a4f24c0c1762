using System.Globalization;
using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

public class RuleTests
{
    // Two capitals at the heads of words written as one: BuyerGstin, Get-OctaIrn.
    private static readonly Regex CompoundName = new("[A-Z][a-z]+-?[A-Z][A-Za-z0-9]*");

    // Their issues never stand alone; they have tests of their own below and in BadInputTests.
    private static readonly string[] Apart = ["BodyTooLarge", "PaymentQrForB2cOnly", "EcommerceCheckDigit", "EwbDocumentTooOld"];

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < RuleCases.All.Length; i++)
            data.Add(i, RuleCases.All[i].Rule);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_rule_is_one_issue_and_a_kept_one_none(int index, string rule)
    {
        RuleCase ruleCase = RuleCases.All[index];
        RuleFacts facts = RuleBook.All.Single(facts => facts.Name == rule);
        Issue issue = Assert.Single(ruleCase.Document().With(ruleCase.Broken).Issues());
        Assert.Equal((facts.NicCode, facts.Code, facts.Severity, facts.Message, facts.Remedy), (issue.NicCode, issue.Code, issue.Severity, issue.Message, issue.Remedy));
        Assert.Equal(ruleCase.Path ?? facts.Path.Replace("[]", "[0]", StringComparison.Ordinal), issue.Path);
        Assert.Equal(ruleCase.Given, issue.Given);
        Assert.Equal(facts.Field?.Column, issue.Column);
        Assert.NotEmpty(issue.Expected!);
        Assert.Empty((ruleCase.DocumentKept ?? ruleCase.Document)().With(ruleCase.Kept).Issues().Select(kept => kept.ToString()));
    }

    [Fact]
    public void Every_rule_has_a_case() =>
        Assert.Equal(
            RuleBook.All.Select(facts => facts.Name).Order(StringComparer.Ordinal),
            RuleCases.All.Select(ruleCase => ruleCase.Rule).Concat(Apart).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_says_in_sentences_what_is_wrong_and_what_to_do_with_codes_that_exist()
    {
        string[] nicCodes = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TestData", "nic-codes.tsv")).Select(line => line.Split('\t')[0])];
        Assert.Equal(Enum.GetNames<Rule>(), RuleBook.All.Select(facts => facts.Name));
        Assert.All(RuleBook.All, facts =>
        {
            Assert.EndsWith(".", facts.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", facts.Remedy, StringComparison.Ordinal);
            Assert.True(facts.NicCode is null || nicCodes.Contains(facts.NicCode), facts.NicCode);
        });
    }

    [Fact]
    public void Remedies_name_columns_and_commands_that_exist()
    {
        string[] known = [.. FieldTable.All.Select(facts => facts.Column), "ShipTo", "New-OctaIrn", "Get-OctaIrn", "Get-OctaGstin"];
        IEnumerable<string> named = RuleBook.All.SelectMany(facts => CompoundName.Matches(facts.Remedy + " " + facts.Expected).Cast<Match>()).Select(match => match.Value);
        Assert.Empty(named.Except(known));
    }

    // nic-rules 2.6: rules that real, accepted documents break.
    [Theory]
    [InlineData("2284")]
    [InlineData("2305")]
    [InlineData("4043")]
    [InlineData("2192")]
    [InlineData("2294")]
    [InlineData("4021")]
    [InlineData("2323")]
    [InlineData("2325")]
    [InlineData("2176")]
    [InlineData("3039")]
    [InlineData("3041")]
    public void Rules_that_accepted_documents_break_are_warnings(string nic) =>
        Assert.All(RuleBook.All.Where(facts => facts.NicCode == nic), facts => Assert.Equal(IssueSeverity.Warning, facts.Severity));

    [Fact]
    public void A_wrong_check_digit_is_a_warning_in_tests()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("SellerDtls.Gstin", "24ACPPM5624F1ZJ").Issues(OctaEnvironment.Test));
        Assert.Equal((IssueSeverity.Warning, "OCTA-001", "24ACPPM5624F1ZK, if the other characters are right"), (issue.Severity, issue.Code, issue.Expected));
    }

    [Fact]
    public void An_e_commerce_operators_GSTIN_is_checked_like_the_others() =>
        Assert.Equal(
            [("2299", IssueSeverity.Warning), ("3028", IssueSeverity.Error)],
            DocumentUnderTest.InterState().With("TranDtls.EcmGstin", "07AAACM0829Q1Z7").Issues().Select(issue => (issue.NicCode!, issue.Severity)));

    [Fact]
    public void A_document_older_than_180_days_gets_no_e_way_bill()
    {
        Assert.Equal(["2305", "4043"], DocumentUnderTest.InterState().With("DocDtls.Dt", "25/05/2026").Issues().Select(issue => issue.NicCode));
        Assert.Equal(["2305"], DocumentUnderTest.InterState().With("DocDtls.Dt", "26/05/2026").Issues().Select(issue => issue.NicCode));
    }

    [Fact]
    public void Rules_about_the_consignee_begin_on_the_first_of_August_2026()
    {
        DocumentUnderTest document = DocumentUnderTest.InterState().With("ShipDtls.Gstin", null).With("DocDtls.Dt", "31/07/2026").With("EwbDtls.TransDocDt", "31/07/2026");
        Assert.Empty(document.Issues(today: new IndiaDate(2026, 7, 31)));
        Assert.Equal(["4074"], document.Issues(today: new IndiaDate(2026, 8, 1)).Select(issue => issue.NicCode));
    }

    [Fact]
    public void A_payment_QR_code_is_made_for_a_B2C_document_without_GSTIN_and_state_of_the_buyer()
    {
        DocumentUnderTest document = DocumentUnderTest.SpecificationAmounts().With("TranDtls.SupTyp", "B2C").With("BuyerDtls.Gstin", null).With("BuyerDtls.Stcd", null).With("BuyerDtls.Pin", null).With("DocDtls.Dt", "01/01/2026");
        Assert.Empty(document.Issues(forPaymentQr: true).Select(issue => issue.ToString()));
        Assert.Equal("2235", Assert.Single(document.With("ItemList[0].IgstAmt", 7).Issues(forPaymentQr: true)).NicCode);
    }

    [Fact]
    public void A_payment_QR_code_is_for_B2C_only()
    {
        Issue issue = Assert.Single(DocumentUnderTest.SpecificationAmounts().Issues(forPaymentQr: true));
        Assert.Equal(("OCTA-012", "TranDtls.SupTyp", "B2B", "B2C"), (issue.Code, issue.Path, issue.Given, issue.Expected));
    }

    [Fact]
    public void A_B2C_document_is_not_registered_and_the_remedy_names_the_command_that_fits()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("TranDtls.SupTyp", "B2C").Issues());
        Assert.Equal(("OCTA-012", "B2C"), (issue.Code, issue.Given));
        Assert.Contains("New-OctaPaymentQr", issue.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_GSTIN_in_two_places_is_one_mistake()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.InterState().With("BuyerDtls.Gstin", "08AASFB9647G1ZV").With("ShipDtls.Gstin", "08AASFB9647G1ZV").With("EwbDtls.TransId", "08AASFB9647G1ZV").Issues();
        Assert.Equal([("3028", "BuyerDtls.Gstin"), ("2323", "ShipDtls.Gstin")], issues.Select(issue => (issue.NicCode!, issue.Path)));
    }

    [Fact]
    public void Strict_raises_what_reading_found_too()
    {
        var issues = new IssueList();
        OctaInvoice invoice = DocumentUnderTest.InterState().With("ItemList[0].HsCode", "1").Read(issues);
        InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today, Strict = true }, issues);
        Assert.Equal((IssueSeverity.Error, "ItemList[0].HsCode"), (issues.All[0].Severity, issues.All[0].Path));
        Assert.True(issues.HasErrors);
    }

    [Fact]
    public void A_field_with_an_error_from_reading_keeps_its_rules_silent()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("ItemList[0].Qty", "two").Issues());
        Assert.Equal(("OCTA-059", "two"), (issue.Code, issue.Given));
    }

    [Fact]
    public void Lists_can_be_replaced()
    {
        string folder = Directory.CreateTempSubdirectory("octa-masters").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "units.json"), """{"origin": "test", "entries": {"KGS": "KILOGRAMS"}}""");
            var settings = new RuleSettings { Today = DocumentUnderTest.Today, Masters = Engine.Rules.MasterData.Load(folder) };
            var issues = new IssueList();
            InvoiceRules.Check(DocumentUnderTest.SpecificationAmounts().Read(), settings, issues);
            Assert.Equal(("2177", "NOS"), (Assert.Single(issues.All).NicCode, issues.All[0].Given));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SkippableFact]
    public void A_document_without_mistakes_costs_next_to_no_memory()
    {
        OctaInvoice invoice = DocumentUnderTest.SpecificationAmounts().WithLines(50).With("ValDtls.AssVal", 498942).With("ValDtls.IgstVal", 59873).With("ValDtls.CesVal", 25447)
            .With("ValDtls.StCesVal", 60123).With("ValDtls.TotInvVal", 644895.3m).Read();
        var settings = new RuleSettings { Today = DocumentUnderTest.Today };
        var issues = new IssueList();
        InvoiceRules.Check(invoice, settings, issues);
        Assert.Empty(issues.All.Select(issue => issue.ToString()));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            InvoiceRules.Check(invoice, settings, issues);
        long perDocument = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.True(perDocument < 1024, string.Format(CultureInfo.InvariantCulture, "{0} bytes a document of 50 lines", perDocument));
    }
}
