using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Tests.Documents;

namespace OctaEInvoice.Tests.Keys;

public class DocumentKeyTests
{
    [Theory]
    [InlineData("2025-03-31", "2024-25")]
    [InlineData("2025-04-01", "2025-26")]
    [InlineData("2025-12-31", "2025-26")]
    [InlineData("2026-01-01", "2025-26")]
    [InlineData("2026-11-22", "2026-27")]
    [InlineData("2010-01-01", "2009-10")]
    [InlineData("2099-03-31", "2098-99")]
    [InlineData("2099-04-01", "2099-00")]
    [InlineData("2100-03-31", "2099-00")]
    [InlineData("2100-04-01", "2100-01")]
    public void The_financial_year_runs_from_April_to_March(string day, string year)
    {
        Assert.True(IndiaDate.TryParse(day, out IndiaDate date));
        foreach (string culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(year, FinancialYear.Of(date));
        }
    }

    [Fact]
    public void Letter_case_makes_no_other_document()
    {
        var day = new IndiaDate(2026, 11, 15);
        DocumentKey key = DocumentKey.Of("27aadcv4821m1z0", day, "inv", "v/26-27/101a");
        Assert.Equal(DocumentKey.Of("27AADCV4821M1Z0", day, "INV", "V/26-27/101A"), key);
        Assert.Equal("27AADCV4821M1Z0|2026-27|INV|V/26-27/101A", key.ToString());
    }

    [Fact]
    public void A_Turkish_account_upper_cases_as_the_portal_does()
    {
        using var scope = new CultureScope("tr-TR");
        Assert.Equal("INV-1I", DocumentKey.Of("27AADCV4821M1Z0", new IndiaDate(2026, 11, 15), "inv", "inv-1i").Number);
    }
}
