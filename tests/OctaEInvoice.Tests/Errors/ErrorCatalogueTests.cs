using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Errors;

public class ErrorCatalogueTests
{
    private static readonly Regex Cmdlet = new(@"\b[A-Z][a-z]+-Octa\w+");
    private static readonly Regex Parameter = new(@"(?<=\s)-[A-Z]\w+");
    private static readonly Regex ColumnLike = new(@"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b");

    // Words in a remedy that look like a column and are values or parts of an answer.
    private static readonly HashSet<string> WordsThatAreNoColumns = ["DataEntryMistake", "OrderCancelled"];

    private static readonly HashSet<string> Cmdlets =
    [
        "Get-OctaDocIrnInfo", "Get-OctaEwb", "Get-OctaGstin", "Get-OctaIrn", "New-OctaEwb", "New-OctaPaymentQr", "Stop-OctaEwb", "Stop-OctaIrn", "Test-OctaInvoice",
    ];

    [Fact]
    public void Every_code_of_Octas_specification_is_in_the_catalogue()
    {
        Assert.Equal(140, PublishedCode.OfOcta.Count);
        Assert.Equal(PublishedCode.OfOcta.Select(c => c.Code), ErrorCatalogue.All.Where(e => e.Source == ErrorSource.Octa).Select(e => e.Code));
    }

    [Fact]
    public void Every_code_of_NIC_is_in_the_catalogue_with_its_message_class_and_nearest_code()
    {
        Assert.Equal(284, PublishedCode.OfNic.Count);
        Assert.Equal(
            PublishedCode.OfNic,
            ErrorCatalogue.All.Where(e => e.Source == ErrorSource.Nic)
                .Select(e => new PublishedCode(e.Code, e.Group, e.Listing, e.Retry, e.NearestOctaCode, e.Meaning)));
    }

    [Fact]
    public void The_codes_of_Octas_headers_are_in_the_catalogue()
    {
        Assert.Equal(["52", "131", "140", "148", "2000"], ErrorCatalogue.All.Where(e => e.Source == ErrorSource.OctaHttp).Select(e => e.Code));
    }

    [Fact]
    public void Every_code_says_what_it_means_and_what_to_do_in_whole_sentences()
    {
        Assert.All(ErrorCatalogue.All, entry =>
        {
            Assert.NotEmpty(entry.Meaning);
            Assert.InRange(entry.Remedy.Length, 20, 400);
            Assert.Matches("^[A-Z].*[.?]$", entry.Remedy);
            Assert.DoesNotContain("  ", entry.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_remedy_names_only_columns_and_cmdlets_that_exist()
    {
        Assert.All(ErrorCatalogue.All, entry =>
        {
            Assert.All(Cmdlet.Matches(entry.Remedy).Cast<Match>(), match => Assert.Contains(match.Value, Cmdlets));
            string rest = Cmdlet.Replace(Parameter.Replace(entry.Remedy, ""), "");
            Assert.All(
                ColumnLike.Matches(rest).Cast<Match>().Where(match => !WordsThatAreNoColumns.Contains(match.Value)),
                match => Assert.NotNull(FieldTable.ByColumn(match.Value)));
        });
    }

    [Fact]
    public void A_field_has_the_friendly_name_of_the_field_table()
    {
        Assert.All(ErrorCatalogue.All.Where(e => e.Field is not null and not "ewbNo"), entry =>
            Assert.Equal(FieldTable.ByPath(entry.Field!).Column, entry.Column));
        Assert.All(ErrorCatalogue.All.Where(e => e.Field is null), entry => Assert.Null(entry.Column));
        Assert.Equal("EwbNumber", ErrorCatalogue.Find("4008")!.Column);
    }

    [Fact]
    public void The_code_of_a_field_is_about_that_field()
    {
        Assert.All(ErrorCatalogue.All.Where(e => e.Group == "FIELD"), entry =>
            Assert.Equal(entry.Code, FieldTable.ByPath(entry.Field!).Code));
        Assert.Equal(121, ErrorCatalogue.All.Count(e => e.Group == "FIELD"));
    }

    [Fact]
    public void The_nearest_code_is_one_of_Octas()
    {
        Assert.All(ErrorCatalogue.All.Where(e => e.NearestOctaCode is not null), entry =>
            Assert.Equal(ErrorSource.Octa, ErrorCatalogue.Find(entry.NearestOctaCode)!.Source));
    }

    [Theory]
    [InlineData("OCTA-1", "OCTA-001")]
    [InlineData("octa-001", "OCTA-001")]
    [InlineData("Octa 58", "OCTA-058")]
    [InlineData("octa121", "OCTA-121")]
    [InlineData(" 2150 ", "2150")]
    [InlineData("_3109", "_3109")]
    [InlineData("3109", "_3109")]
    public void A_code_is_found_however_it_is_typed(string typed, string code)
    {
        Assert.Equal(code, ErrorCatalogue.Find(typed)!.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("OCTA-")]
    [InlineData("OCTA-122")]
    [InlineData("OCTA-9999")]
    [InlineData("7777")]
    public void An_unknown_code_is_not_found_and_nothing_is_said_about_sending_again(string? code)
    {
        Assert.Null(ErrorCatalogue.Find(code));
        Assert.Equal(RetryClass.Unknown, ErrorCatalogue.RetryOf(code));
    }

    [Theory]
    [InlineData("2150", RetryClass.Lookup)]
    [InlineData("2283", RetryClass.No)]
    [InlineData("2146", RetryClass.Yes)]
    [InlineData("1005", RetryClass.Once)]
    [InlineData("3108", RetryClass.Throttle)]
    [InlineData("_3109", RetryClass.Throttle)]
    [InlineData("4062", RetryClass.Throttle)]
    [InlineData("3095", RetryClass.Later)]
    [InlineData("3028", RetryClass.Sync)]
    [InlineData("OCTA-058", RetryClass.No)]
    [InlineData("OCTA-200", RetryClass.No)]
    [InlineData("OCTA-203", RetryClass.Once)]
    [InlineData("OCTA-204", RetryClass.Yes)]
    [InlineData("140", RetryClass.No)]
    public void A_code_tells_whether_to_send_again(string code, RetryClass retry)
    {
        Assert.Equal(retry, ErrorCatalogue.RetryOf(code));
    }

    [Fact]
    public void Every_retry_class_of_the_catalogue_is_explained()
    {
        Assert.Equal(ErrorCatalogue.All.Select(e => e.Retry).Distinct().Order(), ErrorCatalogue.RetryMeanings.Keys.Order());
    }

    [Fact]
    public void The_remedy_follows_NICs_code_rather_than_Octas_that_sums_it_up()
    {
        Assert.Equal(ErrorCatalogue.Find("2146")!.Remedy, ErrorCatalogue.RemedyFor(Errors("OCTA-206", "2146")));
        Assert.Equal(ErrorCatalogue.Find("OCTA-058")!.Remedy, ErrorCatalogue.RemedyFor(Errors("OCTA-203", "OCTA-058")));
        Assert.Equal(ErrorCatalogue.Find("2172")!.Remedy, ErrorCatalogue.RemedyFor(Errors("2172", "2189")));
    }

    [Fact]
    public void A_block_is_told_before_anything_else()
    {
        Assert.Equal(ErrorCatalogue.Find("3096")!.Remedy, ErrorCatalogue.RemedyFor(Errors("2172", "3096")));
    }

    [Fact]
    public void An_unknown_code_gets_the_general_remedy()
    {
        Assert.Equal(ErrorCatalogue.GeneralRemedy, ErrorCatalogue.RemedyFor(Errors("XYZ")));
        Assert.Equal(ErrorCatalogue.GeneralRemedy, ErrorCatalogue.RemedyFor(Errors()));
        Assert.Contains("Octa's support", ErrorCatalogue.GeneralRemedy, StringComparison.Ordinal);
    }

    private static IEnumerable<ServerError> Errors(params string[] codes) => codes.Select(code => new ServerError { Code = code });
}
