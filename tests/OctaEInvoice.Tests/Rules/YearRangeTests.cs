using OctaEInvoice.Engine.Fields;

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
    public void A_document_of_the_first_day_after_the_published_schema_is_sent_with_a_warning()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.InterState()
            .With("DocDtls.Dt", FirstDayAfterTheSchema).With("EwbDtls.TransDocDt", FirstDayAfterTheSchema)
            .Issues(today: FirstDayAfterTheSchema);
        Assert.Equal(["DocDtls.Dt", "EwbDtls.TransDocDt"], issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.Equal(
            (IssueSeverity.Warning, "5002", "The years of the portal's published schema end before it.", "01/01/2030", "31/12/2029 or earlier, unless the portal goes on by now"),
            (issue.Severity, issue.NicCode, issue.Message, issue.Given, issue.Expected)));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_day_before_the_first_year_is_an_error_and_one_after_the_last_a_warning(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        string place = path.Replace("[]", "[0]", StringComparison.Ordinal);
        IndiaDate today = facts.Years!.LastDay.AddDays(1);
        Issue before = Assert.Single(Issues(place, facts.Years.FirstDay.AddDays(-1), today));
        Assert.Equal((IssueSeverity.Error, facts.Code, "It is before the years that the portal accepts."), (before.Severity, before.Code, before.Message));
        Issue after = Assert.Single(Issues(place, today, today));
        Assert.Equal((IssueSeverity.Warning, facts.Code), (after.Severity, after.Code));
    }

    [Theory]
    [InlineData("DocDtls.Dt", "The document date lies in the future.")]
    [InlineData("EwbDtls.TransDocDt", "The date of the transport document lies in the future.")]
    public void A_day_to_come_is_said_to_be_that_alone(string path, string message) =>
        Assert.Equal(message, Assert.Single(DocumentUnderTest.InterState().With(path, "20/11/2099").Issues()).Message);

    private static Issue[] Issues(string path, IndiaDate date, IndiaDate today) =>
        [.. DocumentUnderTest.InterState().With(path, date).Issues(today: today).Where(issue => issue.Path == path && issue.NicCode == "5002")];
}
