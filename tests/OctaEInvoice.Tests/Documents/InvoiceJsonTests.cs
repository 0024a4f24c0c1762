using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Documents;

public class InvoiceJsonTests
{
    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", name));

    [Theory]
    [InlineData("generateirn-request.json")]
    [InlineData("generateirn-request-as-printed.json")]
    public void The_specifications_sample_is_read_whole_and_written_with_exact_names(string name)
    {
        var issues = new IssueList();
        OctaInvoice invoice = InvoiceJson.Read(Sample(name), issues);
        Assert.Empty(issues.All);
        using JsonDocument written = JsonDocument.Parse(InvoiceJson.Write(invoice));
        using JsonDocument expected = JsonDocument.Parse(Sample("generateirn-request.json"));
        Assert.Equal(Leaves(expected.RootElement), Leaves(written.RootElement));
    }

    [Fact]
    public void The_as_printed_sample_passes_the_schema()
    {
        var issues = new IssueList();
        OctaInvoice invoice = InvoiceJson.Read(Sample("generateirn-request-as-printed.json"), issues);
        InvoiceShapes.Invoice.Check(invoice, new SchemaChecker(issues));
        Assert.Empty(issues.All.Select(i => i.ToString()));
    }

    [Fact]
    public void The_specifications_variant_names_are_read()
    {
        const string json = """
            {"AddlDtls":[{"Url":"https://a.example"}],"RefDtls":{"InvStDt":"01/08/2020","InvEndDt":"2020-08-31"},
             "itemlist":{"CessAmt":"5.50","OthSerialNumber":12,"barcde":123456}}
            """;
        var issues = new IssueList();
        OctaInvoice invoice = InvoiceJson.Read(Encoding.UTF8.GetBytes(json), issues);
        Assert.Empty(issues.All);
        Assert.Equal("https://a.example", invoice.AdditionalDocuments![0].Url);
        Assert.Equal(new IndiaDate(2020, 8, 1), invoice.References!.Period!.StartDate);
        Assert.Equal(new IndiaDate(2020, 8, 31), invoice.References.Period.EndDate);
        Assert.Equal(5.50m, invoice.Items![0].CessAmount);
        Assert.Equal("12", invoice.Items[0].ProductSerialNumber);
        Assert.Equal("123456", invoice.Items[0].Barcode);
    }

    [Fact]
    public void An_unknown_field_is_reported_with_the_nearest_name()
    {
        var issues = new IssueList();
        InvoiceJson.Read("""{"ItemList":[{"HsnCode2":"1001"},{"HsCd":"1001"}]}"""u8, issues);
        Assert.Equal(["ItemList[0].HsnCode2", "ItemList[1].HsCd"], issues.All.Select(i => i.Path));
        Assert.Equal("HsnCd", issues.All[1].Expected);
    }

    [Fact]
    public void Letters_of_another_encoding_and_half_characters_are_findings_of_their_fields()
    {
        byte[] ansi = [.. "{\"SellerDtls\":{\"LglNm\":\"K"u8, 0xF6, .. "nig\"},\"BuyerDtls\":{\"LglNm\":\"\\ud800 Traders\"},\"K"u8, 0xF6, .. "nig\":1}"u8];
        var issues = new IssueList();
        InvoiceJson.Read(ansi, issues);
        Assert.Equal(
            [
                ("SellerDtls.LglNm", "Letters were lost when the file was read with the wrong encoding.", "K\uFFFDnig"),
                ("BuyerDtls.LglNm", "Letters were lost when the file was read with the wrong encoding.", "\uFFFD"),
                ("K\uFFFDnig", "The schema has no such field; its value is not sent.", "1"),
            ],
            issues.All.Select(issue => (issue.Path, issue.Message, issue.Given)));
    }

    private static SortedDictionary<string, string> Leaves(JsonElement element)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(element, "", leaves);
        return leaves;
    }

    private static void Collect(JsonElement element, string path, SortedDictionary<string, string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                    Collect(property.Value, path + "." + property.Name, leaves);
                break;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement child in element.EnumerateArray())
                    Collect(child, path + "[" + i++ + "]", leaves);
                break;
            case JsonValueKind.Number:
                leaves.Add(path, element.GetDecimal().ToString("G29", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.Null:
                break;
            default:
                leaves.Add(path, element.ToString());
                break;
        }
    }
}
