using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Output;
using OctaEInvoice.Tests.Documents;

namespace OctaEInvoice.Tests.Output;

public class RunReportTests
{
    private static readonly IndiaTime Made = new(new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Outcomes_are_counted_and_their_rupees_summed_in_Indian_groups()
    {
        string page = Page(Row("Registered", 1234567.50m), Row("Registered", 100m), Row("Rejected", 12908m));
        Assert.Matches("Registered</span><span class=\"number\">2</span>\\s*<span class=\"rupees\">&#8377; 12,34,667.50</span>", page);
        Assert.Matches("Rejected</span><span class=\"number\">1</span>\\s*<span class=\"rupees\">&#8377; 12,908.00</span>", page);
    }

    [Fact]
    public void Credit_notes_are_taken_off()
    {
        string page = Page(Row("Registered", 1000m), Row("Recovered", 250.25m, type: "CRN"));
        Assert.Contains("Registered in all: <strong>&#8377; 749.75</strong> (invoices 1,000.00, credit notes 250.25; credit notes are taken off).", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_are_counted_by_code_most_frequent_first_with_the_catalogues_meaning()
    {
        string page = Page(Failed("OCTA-058,2176"), Failed("OCTA-058"), Failed("NEW-1"));
        Assert.Equal(["OCTA-058", "2176", "NEW-1"], Regex.Matches(page, "<tspan class=\"code\">([^<]+)</tspan>").Cast<Match>().Select(match => match.Groups[1].Value));
        Assert.Contains("<tr><td class=\"code\">OCTA-058</td><td class=\"amount\">2</td>", page, StringComparison.Ordinal);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(Engine.Errors.ErrorCatalogue.Find("OCTA-058")!.Remedy), page, StringComparison.Ordinal);
        Assert.Contains("Not in the catalogue", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_portals_application_error_is_counted_only_where_no_other_code_says_more()
    {
        string page = Page(Failed("OCTA-058,5002"), Failed("5002"));
        Assert.Contains("<tr><td class=\"code\">5002</td><td class=\"amount\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td class=\"code\">OCTA-058</td><td class=\"amount\">1</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_failures_has_no_chart() => Assert.DoesNotContain("<svg", Page(Row("Registered", 1m)), StringComparison.Ordinal);

    [Fact]
    public void Letters_of_every_script_stay_letters() =>
        Assert.Contains("<td class=\"document\">Müller &amp; मुंबई ₹ 🚚</td>", Page(new ReportRow { DocumentNumber = "Müller & मुंबई ₹ 🚚" }), StringComparison.Ordinal);

    [Fact]
    public void No_value_becomes_markup()
    {
        const string evil = "<img src=x onerror=\"alert('1')\">&";
        string page = Page(
            new ReportRow { Outcome = evil, Gstin = evil, DocumentType = evil, DocumentNumber = evil, DocumentDate = evil, BuyerGstin = evil, Irn = evil, EwbNumber = evil, ErrorCode = evil, ErrorMessage = evil },
            evil);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere_and_allows_its_own_script_alone()
    {
        string page = Page(Row("Registered", 1m));
        Assert.DoesNotMatch("(?i)(src|href)=|https?://|@import|url\\(", page);
        string script = Regex.Match(page, "(?s)<script>(.*?)</script>").Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "Nothing on this page was registered with the government.")]
    [InlineData(true, false, "1 of these documents are a sandbox's: nothing of them was registered with the government.")]
    public void A_sandboxs_documents_are_marked(bool first, bool second, string words)
    {
        string page = Page(Row("Registered", 1m, sandbox: first), Row("Registered", 1m, sandbox: second));
        Assert.Contains("<strong>SANDBOX</strong> " + words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_refused_makes_a_sandboxs_page_no_mixed_one() =>
        Assert.Contains("Nothing on this page", Page(Row("Registered", 1m, sandbox: true), Failed("OCTA-058")), StringComparison.Ordinal);

    [Fact]
    public void Real_documents_bear_no_mark() => Assert.DoesNotContain("SANDBOX", Page(Row("Registered", 1m)), StringComparison.Ordinal);

    [Fact]
    public void The_time_of_the_report_is_Indias() =>
        Assert.Contains("<time datetime=\"2026-11-22T01:30:00+05:30\">22-11-2026 01:30</time>, India time.", Page(Row("Registered", 1m)), StringComparison.Ordinal);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("hi-IN")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_page_is_the_same_in_every_culture(string culture)
    {
        ReportRow[] rows = [Row("InDoubt", 1234.5m), Failed("OCTA-058"), Row("Registered", 99999999.99m)];
        Assert.Equal(Under(""), Under(culture));

        string Under(string name)
        {
            using var scope = new CultureScope(name);
            return Page(rows);
        }
    }

    [Fact]
    public void A_report_of_nothing_says_so() => Assert.Contains("0 documents.", Page(), StringComparison.Ordinal);

    [Theory]
    [InlineData("88936.60", "88936.60")]
    [InlineData("88936,60", "88936.60")]
    [InlineData("88936,6", "88936.6")]
    [InlineData("1,23,456.00", "123456.00")]
    [InlineData("1,234", "1234")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("", null)]
    [InlineData("none", null)]
    public void Amounts_are_read_as_Export_Csv_wrote_them(string text, string? amount) =>
        Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), ReportAmount.Read(text));

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("999.995", "1,000.00")]
    [InlineData("123456789.5", "12,34,56,789.50")]
    [InlineData("-1234567", "-12,34,567.00")]
    public void Amounts_are_shown_in_Indian_groups(string amount, string shown) =>
        Assert.Equal(shown, ReportAmount.Show(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    private static ReportRow Row(string outcome, decimal total, string type = "INV", bool sandbox = false) =>
        new() { Outcome = outcome, DocumentType = type, DocumentNumber = "A/1", InvoiceTotal = total, Sandbox = sandbox };

    private static ReportRow Failed(string codes) => new() { Outcome = "Rejected", DocumentType = "INV", DocumentNumber = "A/2", ErrorCode = codes };

    private static string Page(params ReportRow[] rows) => Page(rows, "e-Invoice report");

    private static string Page(ReportRow row, string title) => Page([row], title);

    private static string Page(ReportRow[] rows, string title)
    {
        var report = new RunReport(title, Made);
        foreach (ReportRow row in rows)
            report.Add(row);
        using var stream = new MemoryStream();
        report.WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
