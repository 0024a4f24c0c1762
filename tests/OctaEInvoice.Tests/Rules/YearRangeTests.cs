using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

/// <summary>The years of the portal's published schema: data that ages, so that its end must not end the module.</summary>
public class YearRangeTests
{
    private static readonly IndiaDate FirstDayAfterTheSchema = FieldTable.ByPath("DocDtls.Dt").Years!.LastDay.AddDays(1);

    public static TheoryData<string> Dates() => [.. FieldTable.All.Where(facts => facts.IsDate).Select(facts => facts.Path)];

    [Theory]
    [MemberData(nameof(Dates))]
    public void Every_date_has_its_years(string path)
    {
        YearRange years = FieldTable.ByPath(path).Years!;
        Assert.Equal(FieldTable.ByPath(path).Kind == FieldKind.WideDate ? (1980, 2059) : (2010, 2029), (years.First, years.Last));
    }

    [Fact]
    public void Only_dates_have_years() => Assert.All(FieldTable.All, facts => Assert.Equal(facts.IsDate, facts.Years is not null));

    [Fact]
    public void A_document_of_the_first_day_after_the_published_schema_is_as_good_as_any_other() => Assert.Empty(
        DocumentUnderTest.InterState().With("DocDtls.Dt", FirstDayAfterTheSchema).With("EwbDtls.TransDocDt", FirstDayAfterTheSchema)
            .Issues(strict: true, today: FirstDayAfterTheSchema).Select(issue => issue.ToString()));

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_day_before_the_first_year_is_an_error(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        Issue issue = Assert.Single(Issues(path, facts.Years!.FirstDay.AddDays(-1), FirstDayAfterTheSchema));
        Assert.Equal((IssueSeverity.Error, facts.Code, "It is before the years that the portal accepts."), (issue.Severity, issue.Code, issue.Message));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_day_after_the_last_year_is_a_warning_until_it_has_come(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        IndiaDate day = facts.Years!.LastDay.AddDays(1);
        Assert.Empty(Issues(path, day, day));
        if (path is "DocDtls.Dt" or "EwbDtls.TransDocDt")
            return;
        Issue issue = Assert.Single(Issues(path, day, day.AddDays(-1)));
        Assert.Equal(
            (IssueSeverity.Warning, facts.Code, "The years of the portal's published schema end before it.", day.ToWireString(), $"{facts.Years.LastDay.ToWireString()} or earlier, unless the portal goes on by now"),
            (issue.Severity, issue.Code, issue.Message, issue.Given, issue.Expected));
    }

    [Theory]
    [InlineData("DocDtls.Dt", "The document date lies in the future.")]
    [InlineData("EwbDtls.TransDocDt", "The date of the transport document lies in the future.")]
    public void A_day_to_come_is_said_to_be_that_alone(string path, string message) =>
        Assert.Equal(message, Assert.Single(DocumentUnderTest.InterState().With(path, "20/11/2099").Issues()).Message);

    private static Issue[] Issues(string path, IndiaDate date, IndiaDate today) =>
        [.. DocumentUnderTest.InterState().With(path.Replace("[]", "[0]", StringComparison.Ordinal), date).Issues(today: today).Where(issue => issue.NicCode == "5002")];
}
