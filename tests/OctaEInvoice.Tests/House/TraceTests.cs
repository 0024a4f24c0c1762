using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.House;

/// <summary>The way of one invoice as docs/architecture.md tells it: every file and method on it is there, and it is no longer than it need be.</summary>
public class TraceTests
{
    private const int MaxFiles = 35;

    private static readonly Regex Row = new(@"^\| (src/[^ ]+\.cs) \| (\w+) \| .+ \|$", RegexOptions.Multiline);

    public static TheoryData<string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string>();
            foreach (Match row in Row.Matches(File.ReadAllText(RepositoryFiles.PathOf("docs", "architecture.md")).Replace("\r", "")))
                steps.Add(row.Groups[1].Value, row.Groups[2].Value);
            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_where_the_page_says(string file, string method) =>
        Assert.Matches($@"\b{method}(<[^>]+>)?\(", File.ReadAllText(RepositoryFiles.PathOf(file)));

    [Fact]
    public void One_invoice_passes_few_files()
    {
        string[] files = [.. Steps.Select(step => (string)step[0]).Distinct()];
        Assert.InRange(files.Length, 20, MaxFiles);
    }
}
