using OctaEInvoice.Tests.Documents;

namespace OctaEInvoice.Tests.Rules;

public class SpecificationSampleTests
{
    // nic-rules 2.6: the sample is of 2020, with test GSTINs, a short HSN code and the buyer's GSTIN as consignee.
    private static readonly string[] Expected =
    [
        "2284 DocDtls.Dt",
        "3028 SellerDtls.Gstin",
        "3028 BuyerDtls.Gstin",
        "4018 EwbDtls.TransId",
        "2323 ShipDtls.Gstin",
        "2176 ItemList[0].HsnCd",
        "4043 DocDtls.Dt",
        "4021 EwbDtls.TransDocDt",
    ];

    [Theory]
    [InlineData("generateirn-request.json")]
    [InlineData("generateirn-request-as-printed.json")]
    public void The_specifications_sample_passes_in_tests_with_warnings_only(string name)
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.FromFile(name).Issues(OctaEnvironment.Test);
        Assert.DoesNotContain(issues, issue => issue.Severity == IssueSeverity.Error);
        Assert.Equal(Expected, issues.Select(issue => $"{issue.NicCode} {issue.Path}"));
    }

    [Fact]
    public void On_its_own_day_the_sample_has_no_warning_about_dates_and_the_consignee()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.FromFile("generateirn-request.json").With("DocDtls.Dt", "20/07/2025").With("EwbDtls.TransDocDt", "20/07/2025")
            .Issues(OctaEnvironment.Test, today: new IndiaDate(2025, 7, 21));
        Assert.Equal(["3028", "3028", "4018", "2176"], issues.Select(issue => issue.NicCode));
    }

    [Fact]
    public void Against_production_its_test_GSTINs_are_errors()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.FromFile("generateirn-request.json").Issues();
        Assert.Equal(["SellerDtls.Gstin", "BuyerDtls.Gstin"], issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Path));
        Issue seller = issues.Single(issue => issue.Path == "SellerDtls.Gstin");
        Assert.Equal("29AABCT1332L000", seller.Given);
        Assert.StartsWith("29AABCT1332L00", seller.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_raises_every_warning_to_an_error() =>
        Assert.All(DocumentUnderTest.FromFile("generateirn-request.json").Issues(OctaEnvironment.Test, strict: true), issue => Assert.Equal(IssueSeverity.Error, issue.Severity));

    [Fact]
    public void The_document_of_these_tests_has_no_issue_at_all()
    {
        Assert.Empty(DocumentUnderTest.InterState().Issues().Select(issue => issue.ToString()));
        Assert.Empty(DocumentUnderTest.SpecificationAmounts().Issues().Select(issue => issue.ToString()));
        Assert.Empty(DocumentUnderTest.SpecificationAmountsWithinState().Issues().Select(issue => issue.ToString()));
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        string Message() => string.Join("\n", DocumentUnderTest.SpecificationAmounts().With("ItemList[0].IgstAmt", 1200.5m).With("ItemList[0].GstRt", 11.5m).Issues());
        string expected = Under("");
        Assert.All(CultureScope.Names, culture => Assert.Equal(expected, Under(culture)));

        string Under(string culture)
        {
            using var scope = new CultureScope(culture);
            return Message();
        }
    }
}
