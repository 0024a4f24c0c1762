using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Pages;

/// <summary>docs/coverage.md is a promise: what it names has to be there, and nothing may be left out of it.</summary>
public class CoveragePageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.PathOf("docs/coverage.md"));

    private static readonly string Reliability = File.ReadAllText(RepositoryFiles.PathOf("docs/reliability.md"));

    [Fact]
    public void Every_xunit_test_that_the_page_names_exists()
    {
        var known = typeof(CoveragePageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        string[] named = [.. Regex.Matches(Page, @"\b\w+Tests\.[A-Z]\w+").Cast<Match>().Select(match => match.Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Every_Pester_case_that_the_page_names_exists()
    {
        MatchCollection named = Regex.Matches(Page, "(\\S+\\.Tests\\.ps1) \"([^\"]+)\"");
        Assert.NotEmpty(named);
        Assert.All(named.Cast<Match>(), match => Assert.Contains(
            $"It '{match.Groups[2].Value.Replace("'", "''", StringComparison.Ordinal)}'",
            File.ReadAllText(RepositoryFiles.PathOf("tests/pester", match.Groups[1].Value)),
            StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_has_its_row_with_its_column() => Assert.All(
        FieldTable.All,
        facts => Assert.Matches($@"(?m)^\| {Regex.Escape(facts.Path)}( \([^|]*\))? \| {facts.Column} \| \w+\.\w+ \|", Page));

    [Fact]
    public void Every_code_of_the_specification_has_its_row() => Assert.All(
        File.ReadLines(RepositoryFiles.TestData("octa-codes.tsv")).Where(line => line.StartsWith("OCTA-", StringComparison.Ordinal)).Select(line => line.Split('\t')[0]),
        code => Assert.Contains($"| {code} |", Page, StringComparison.Ordinal));

    [Theory]
    [InlineData("OCTA-154", "A_cancellation_goes_on")]
    [InlineData("OCTA-156", "An_eway_bill_goes_on")]
    [InlineData("OCTA-201", "A_registration_goes_on")]
    [InlineData("OCTA-202", "A_registration_goes_on")]
    [InlineData("OCTA-203", "A_registration_goes_on")]
    [InlineData("OCTA-204", "A_registration_goes_on")]
    [InlineData("OCTA-205", "A_registration_goes_on")]
    [InlineData("OCTA-206", "A_registration_goes_on")]
    [InlineData("OCTA-207", "A_registration_goes_on")]
    [InlineData("OCTA-208", "A_registration_goes_on")]
    public void A_code_that_a_state_machine_acts_on_names_the_test_that_replays_it(string code, string test)
    {
        Assert.Matches($@"(?m)^\| {code} \|.*\bReliabilityTableTests\.{test}", Page);
        Assert.Matches($@"(?m)^\| `{code}` \|", Reliability);
    }

    [Fact]
    public void No_cell_is_empty() => Assert.DoesNotMatch(@"(?m)^\|.*\|[ ]*\|", Page);

    [Fact]
    public void Every_property_that_the_page_names_exists()
    {
        var types = typeof(OctaInvoice).Assembly.GetTypes().ToDictionary(type => type.Name, StringComparer.Ordinal);
        MatchCollection named = Regex.Matches(Page, @"(?<=\| )(\w+)\.(\w+)(?= \|)");
        Assert.NotEmpty(named);
        Assert.All(
            named.Cast<Match>().Where(match => types.ContainsKey(match.Groups[1].Value)),
            match => Assert.NotNull(types[match.Groups[1].Value].GetProperty(match.Groups[2].Value)));
    }
}
