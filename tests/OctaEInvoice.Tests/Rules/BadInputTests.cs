using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

public class BadInputTests
{
    [Theory]
    [InlineData("Me\u0000hta", "It holds a control character.", "Me\u2400hta")]
    [InlineData("Me\u001bhta", "It holds a control character.", "Me\u241bhta")]
    [InlineData("Me\u007fhta", "It holds a control character.", "Me\ufffdhta")]
    [InlineData("Me\u0085hta", "It holds a control character.", "Me\ufffdhta")]
    [InlineData("12\" pipe", "It holds a quotation mark or a backslash, which the portal refuses.", "12\" pipe")]
    [InlineData("C:\\Mehta", "It holds a quotation mark or a backslash, which the portal refuses.", "C:\\Mehta")]
    public void Text_that_the_portal_refuses_is_one_error_that_no_terminal_stumbles_over(string text, string message, string given)
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("SellerDtls.LglNm", text).Issues());
        Assert.Equal(("OCTA-002", message, given), (issue.Code, issue.Message, issue.Given));
        Assert.StartsWith("Remove", issue.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        OctaInvoice invoice = DocumentUnderTest.InterState().Read();
        invoice.Seller!.LegalName = "Mehta \ud83d";
        Issue issue = Assert.Single(Checked(invoice));
        Assert.Equal("It holds half a character: the text was cut or its encoding is broken.", issue.Message);
    }

    [Theory]
    [InlineData("شركة المثال")]
    [InlineData("\u202bעברית\u202c")]
    [InlineData("मेहता इलेक्ट्रॉनिक्स")]
    [InlineData("😀😀😀")]
    [InlineData("O'Neil & Söhne <GmbH>")]
    public void Text_of_any_script_passes_and_comes_through_unchanged(string text)
    {
        DocumentUnderTest document = DocumentUnderTest.InterState().With("BuyerDtls.LglNm", text);
        Assert.Empty(document.Issues().Select(issue => issue.ToString()));
        Assert.Equal(text, document.Read().Buyer!.LegalName);
    }

    [Theory]
    [InlineData("😀😀", false)]
    [InlineData("😀a😀", true)]
    public void Length_counts_characters_and_not_halves_of_them(string text, bool passes) =>
        Assert.Equal(passes, DocumentUnderTest.InterState().With("BuyerDtls.LglNm", text).Issues().Count == 0);

    [Fact]
    public void A_hundred_characters_beyond_the_basic_plane_are_a_hundred_characters()
    {
        string hundred = string.Concat(Enumerable.Repeat("😀", 100));
        Assert.Empty(DocumentUnderTest.InterState().With("BuyerDtls.LglNm", hundred).Issues());
        Assert.Equal("It is too long.", Assert.Single(DocumentUnderTest.InterState().With("BuyerDtls.LglNm", hundred + "a").Issues()).Message);
    }

    [Fact]
    public void The_29th_of_February_exists_in_2024_and_not_in_2023()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("RefDtls.PrecDocDtls[0].InvDt", "29/02/2023").Issues());
        Assert.Equal(("OCTA-108", "It is not a date.", "29/02/2023"), (issue.Code, issue.Message, issue.Given));
        Assert.Empty(DocumentUnderTest.InterState().With("RefDtls.PrecDocDtls[0].InvDt", "29/02/2024").Issues());
    }

    [Theory]
    [InlineData("20/11/2099", "The document date lies in the future.")]
    [InlineData("31/11/2026", "It is not a date.")]
    [InlineData("11/20/2026", "It is not a date.")]
    [InlineData("20/11/26", "It is not a date.")]
    public void A_refused_document_date_is_one_error(string date, string message)
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("DocDtls.Dt", date).Issues());
        Assert.Equal(("OCTA-015", message, date), (issue.Code, issue.Message, issue.Given));
    }

    [Theory]
    [InlineData("-1", "It is outside the allowed range.", "-1")]
    [InlineData("1e30", "It is not a number", "1e30")]
    [InlineData("1e400", "It is not a number", "1e400")]
    [InlineData("\"NaN\"", "It is not a number", "NaN")]
    [InlineData("\"Infinity\"", "It is not a number", "Infinity")]
    [InlineData("true", "It is not a number", "true")]
    [InlineData("\"1.5E+3\"", "A spreadsheet has turned it into scientific notation", "1.5E+3")]
    [InlineData("[1]", "It is an object or a list where one value belongs.", null)]
    [InlineData("{}", "It is an object or a list where one value belongs.", null)]
    [InlineData("18.00001", "It has more than 3 decimals.", "18.00001")]
    public void Numbers_that_are_none_are_one_error(string json, string message, string? given)
    {
        Issue issue = Assert.Single(Checked(DocumentUnderTest.InterState().Json.Replace("\"GstRt\":18,\"IgstAmt\":8910,", $"\"GstRt\":{json},\"IgstAmt\":8910,", StringComparison.Ordinal)));
        Assert.Equal(("OCTA-066", "ItemList[0].GstRt", given), (issue.Code, issue.Path, issue.Given));
        Assert.StartsWith(message, issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.8e1")]
    [InlineData("18.000")]
    [InlineData("\"18\"")]
    [InlineData("1800E-2")]
    public void Numbers_may_be_written_in_any_way_that_JSON_or_a_form_has(string json) =>
        Assert.Empty(Checked(DocumentUnderTest.InterState().Json.Replace("\"GstRt\":18,\"IgstAmt\":8910,", $"\"GstRt\":{json},\"IgstAmt\":8910,", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Deep_nesting_ends_in_a_JSON_error_and_not_in_a_stack_overflow(string opening)
    {
        string deep = "{\"Unknown\":" + string.Concat(Enumerable.Repeat(opening, 100_000));
        Assert.ThrowsAny<JsonException>(() => InvoiceJson.Read(Encoding.UTF8.GetBytes(deep), new IssueList()));
        string inField = "{\"TranDtls\":{\"TaxSch\":" + string.Concat(Enumerable.Repeat(opening, 100_000));
        Assert.ThrowsAny<JsonException>(() => InvoiceJson.Read(Encoding.UTF8.GetBytes(inField), new IssueList()));
    }

    [Fact]
    public void Null_everywhere_is_the_same_as_nothing_anywhere()
    {
        const string nulls = """
            {"Version":null,"Irn":null,"TranDtls":null,"DocDtls":null,"SellerDtls":null,"BuyerDtls":null,"DispDtls":null,"ShipDtls":null,"ItemList":null,
             "ValDtls":null,"PayDtls":null,"RefDtls":null,"AddlDocDtls":null,"ExpDtls":null,"EwbDtls":null}
            """;
        List<Issue> ofNulls = Checked(nulls);
        Assert.Equal(Checked("{}").Select(issue => issue.ToString()), ofNulls.Select(issue => issue.ToString()));
        string[] required = [.. FieldTable.All.Where(facts => facts.Required && Array.Exists(RequiredObjects, name => facts.Path.StartsWith(name, StringComparison.Ordinal))).Select(facts => facts.Path)];
        Assert.Equal(required.Append("ItemList").Order(StringComparer.Ordinal), ofNulls.Select(issue => issue.Path).Order(StringComparer.Ordinal));
    }

    private static readonly string[] RequiredObjects = ["Version", "TranDtls.", "DocDtls.", "SellerDtls.", "BuyerDtls.", "ValDtls."];

    [Fact]
    public void Null_in_every_field_of_a_line_names_the_required_fields()
    {
        string line = "{" + string.Join(",", FieldTable.All.Where(facts => facts.IsOfItem && !facts.Path.Contains("Dtls", StringComparison.Ordinal)).Select(facts => $"\"{facts.WireName}\":null")) + ",\"BchDtls\":null,\"AttribDtls\":[null]}";
        List<Issue> issues = Checked(DocumentUnderTest.SpecificationAmounts().Json.Replace("\"ItemList\":[{", $"\"ItemList\":[null,{line},{{", StringComparison.Ordinal));
        string[] required = ["SlNo", "IsServc", "HsnCd", "UnitPrice", "TotAmt", "AssAmt", "GstRt", "TotItemVal"];
        Assert.Equal(required.Select(name => "ItemList[0]." + name), issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Two_megabytes_pass_and_one_byte_more_fails()
    {
        var issues = new IssueList();
        InvoiceRules.CheckSize(new byte[2 * 1024 * 1024], issues);
        Assert.Empty(issues.All);
        InvoiceRules.CheckSize(new byte[(2 * 1024 * 1024) + 1], issues, row: 12);
        Issue issue = Assert.Single(issues.All);
        Assert.Equal(("OCTA-300", "5002", 12, "2097153 bytes", "at most 2097152 bytes"), (issue.Code, issue.NicCode, issue.Row, issue.Given, issue.Expected));
    }

    [Fact]
    public void A_thousand_lines_with_long_descriptions_and_documents_exceed_the_size_that_the_portal_takes()
    {
        DocumentUnderTest document = DocumentUnderTest.InterState().With("ItemList[0].PrdDesc", new string('ल', 300)).WithLines(1000);
        byte[] body = InvoiceJson.Write(document.Read());
        var issues = new IssueList();
        InvoiceRules.CheckSize(body, issues);
        Assert.Equal(body.Length > 2 * 1024 * 1024, issues.HasErrors);
        for (int i = 0; i < 500; i++)
            document.With($"AddlDocDtls[{i}].Docs", new string('ल', 1000));
        InvoiceRules.CheckSize(InvoiceJson.Write(document.Read()), issues);
        Assert.True(issues.HasErrors);
    }

    [Fact]
    public void A_thousand_lines_full_of_mistakes_bring_five_findings_each()
    {
        OctaInvoice invoice = DocumentUnderTest.InterState().WithLines(1000).Read();
        foreach (InvoiceItem item in invoice.Items!)
        {
            item.HsnCode = "1";
            item.TaxableValue = null;
            item.GstRate = -1;
            item.Unit = "?";
            item.LineNumber = "1";
        }
        Assert.True(Checked(invoice).Count >= 4999);
    }

    private static List<Issue> Checked(string json)
    {
        var issues = new IssueList();
        OctaInvoice invoice = InvoiceJson.Read(Encoding.UTF8.GetBytes(json), issues);
        InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, issues);
        return [.. issues.All];
    }

    private static List<Issue> Checked(OctaInvoice invoice)
    {
        var issues = new IssueList();
        InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, issues);
        return [.. issues.All];
    }
}
