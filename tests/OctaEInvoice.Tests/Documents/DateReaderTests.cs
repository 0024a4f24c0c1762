using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Documents;

public class DateReaderTests
{
    private static readonly FieldFacts Facts = FieldTable.ByPath("DocDtls.Dt");

    public static TheoryData<string, string> Readable
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] texts =
            [
                "05/11/2026", "5/11/2026", "05-11-2026", "5-11-2026", "05-Nov-2026", "5-Nov-2026", "05-NOV-2026", "2026-11-05",
                "05/11/2026 00:00:00", "05-11-2026 00:00:00", "2026-11-05 00:00:00", "2026-11-05T00:00:00", "2026-11-05T00:00:00.000", "2026-11-05T00:00:00Z",
            ];
            foreach (string text in texts)
                foreach (string culture in CultureScope.Names)
                    data.Add(text, culture);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_day_is_read_day_first_in_every_culture(string text, string culture)
    {
        using var scope = new CultureScope(culture);
        Assert.Equal(new IndiaDate(2026, 11, 5), Read(text, out _));
    }

    [Theory]
    [InlineData("11/15/2026")]
    [InlineData("31/11/2026")]
    [InlineData("29/02/2027")]
    [InlineData("5.11.2026")]
    [InlineData("05/11/26")]
    [InlineData("05-Nov-26")]
    [InlineData("5 November 2026")]
    [InlineData("20261105")]
    [InlineData("05/11/2026 18:30:00")]
    [InlineData("2026-11-05T18:30:00Z")]
    [InlineData("yesterday")]
    [InlineData("०५/११/२०२६")]
    public void What_is_no_day_in_a_fixed_format_is_refused_in_every_culture(string text)
    {
        foreach (string culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Null(Read(text, out Issue? issue));
            Assert.Equal("It is not a date.", issue!.Message);
            Assert.Equal(("OCTA-015", "DocumentDate", 7), (issue.Code, issue.Column, issue.Row));
            Assert.Equal(text, issue.Given);
            Assert.Equal("a date as dd/MM/yyyy, 01/01/2010 or later", issue.Expected);
        }
    }

    [Fact]
    public void A_spreadsheets_serial_number_is_named_as_such()
    {
        Assert.Null(Read(46331.0, out Issue? issue));
        Assert.Equal("It is a number and not a date.", issue!.Message);
        Assert.Equal("46331", issue.Given);
    }

    [Fact]
    public void Typed_days_are_read_as_the_days_they_name()
    {
        var day = new IndiaDate(2026, 11, 5);
        Assert.Equal(day, Read(new DateTime(2026, 11, 5), out _));
        Assert.Equal(day, Read(new DateTime(2026, 11, 5, 18, 30, 0), out _));
        Assert.Equal(day, Read(day, out _));
    }

#if NET // .NET Framework has no DateOnly.
    [Fact]
    public void A_DateOnly_is_never_read_month_first()
    {
        Assert.Equal(new IndiaDate(2026, 11, 5), Read(new DateOnly(2026, 11, 5), out _));
    }
#endif

    [Fact]
    public void An_instant_counts_as_the_day_that_it_is_in_India()
    {
        var midnightInIndia = new DateTime(2026, 11, 4, 18, 30, 0, DateTimeKind.Utc);
        Assert.Equal(new IndiaDate(2026, 11, 5), Read(midnightInIndia, out _));
        Assert.Equal(new IndiaDate(2026, 11, 5), Read(new DateTimeOffset(midnightInIndia), out _));
        Assert.Equal(new IndiaDate(2026, 11, 4), Read(midnightInIndia.AddMinutes(-1), out _));
    }

    private static IndiaDate? Read(object cell, out Issue? issue)
    {
        var issues = new IssueList();
        IndiaDate? date = DateReader.Read(GivenValue.From(cell), Facts, new Place(7), issues);
        issue = issues.All.Count == 0 ? null : Assert.Single(issues.All);
        return date;
    }
}
