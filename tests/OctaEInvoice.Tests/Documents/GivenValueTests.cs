using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Tests.Documents;

public class GivenValueTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00A0")]
    public void Nothing_and_blanks_are_nothing(string? text)
    {
        Assert.True(GivenValue.From(text).IsNone);
        Assert.True(GivenValue.FromText(text).IsNone);
    }

    [Fact]
    public void A_databases_null_is_nothing() => Assert.True(GivenValue.From(DBNull.Value).IsNone);

    [Fact]
    public void Text_is_trimmed() => Assert.Equal("Kaveri Machine Tools", GivenValue.From("  Kaveri Machine Tools\u00A0").Text);

    [Theory]
    [InlineData(100.345, "100.345")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.30000000000000004, "0.3")]
    [InlineData(1234567890.12, "1234567890.12")]
    [InlineData(99999999999999.0, "99999999999999")]
    [InlineData(-0.48, "-0.48")]
    [InlineData(123456789012345.0, "123456789012345")]
    public void A_spreadsheets_double_gives_the_decimal_that_it_shows(double cell, string shown)
    {
        foreach (string culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            GivenValue value = GivenValue.From(cell);
            Assert.Equal(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), value.Number);
            Assert.Equal(shown, value.ToString());
        }
    }

    [Theory]
    [InlineData(1234567890123456.0, "1.23456789012346E+15")]
    [InlineData(1e18, "1E+18")]
    [InlineData(double.MaxValue, "1.79769313486232E+308")]
    public void A_double_of_more_than_fifteen_digits_has_lost_some_and_counts_as_scientific_notation(double cell, string text)
    {
        GivenValue value = GivenValue.From(cell);
        Assert.Null(value.Number);
        Assert.Equal(text, value.Text);
        Assert.True(NumberText.IsScientific(text));
    }

    [Fact]
    public void What_is_no_number_at_all_stays_text()
    {
        Assert.Equal("NaN", GivenValue.From(double.NaN).Text);
    }

    [Fact]
    public void Every_type_of_number_is_read()
    {
        object[] cells = [(sbyte)18, (byte)18, (short)18, (ushort)18, 18, 18U, 18L, 18UL, 18F, 18.0, 18M];
        Assert.All(cells, cell => Assert.Equal(18m, GivenValue.From(cell).Number));
        Assert.Equal(100.345m, GivenValue.From(100.345F).Number);
        Assert.Equal(33.333332m, GivenValue.From(33.333332F).Number);
        Assert.Equal(1918004.4m, GivenValue.From(1918004.4F).Number);
        Assert.Equal(2143866.2m, GivenValue.From(2143866.25F).Number);
        Assert.Equal(214386620m, GivenValue.From(214386624F).Number);
        Assert.Equal("12345678901234567890", GivenValue.From(System.Numerics.BigInteger.Parse("12345678901234567890")).Text);
    }

    [Fact]
    public void A_databases_decimals_that_say_nothing_are_not_printed() => Assert.Equal("5", GivenValue.From(5.00m).ToString());

    [Fact]
    public void Dates_and_flags_print_alike_in_every_culture()
    {
        foreach (string culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal("2026-11-05", GivenValue.From(new DateTime(2026, 11, 5)).ToString());
            Assert.Equal("2026-11-05 18:30:00", GivenValue.From(new DateTime(2026, 11, 5, 18, 30, 0)).ToString());
            Assert.Equal("true", GivenValue.From(true).ToString());
            Assert.Equal("false", GivenValue.From(false).ToString());
        }
    }

    [Fact]
    public void An_enum_gives_its_name_and_any_other_object_its_text()
    {
        Assert.Equal("Others", GivenValue.From(IrnCancelReason.Others).Text);
        Assert.Equal("https://example.in/a.pdf", GivenValue.From(new Uri("https://example.in/a.pdf")).Text);
        Assert.Equal("Y", GivenValue.From('Y').Text);
    }
}
