using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Tests.Documents;

public class NumberTextTests
{
    public static TheoryData<string, string, string> Readable => InAllCultures(
        ("0", "0"),
        ("1290850", "1290850"),
        ("12908.50", "12908.50"),
        ("12,908.50", "12908.50"),
        ("1,23,456.00", "123456.00"),
        ("123,456.00", "123456.00"),
        ("1,00,00,000", "10000000"),
        ("10,000,000", "10000000"),
        ("12,34,56,789.12", "123456789.12"),
        ("1,234", "1234"),
        ("100.345", "100.345"),
        (".50", "0.50"),
        ("-0.48", "-0.48"),
        ("+12", "12"),
        ("-1,23,456.78", "-123456.78"),
        ("007", "7"),
        ("99999999999999.99", "99999999999999.99"));

    public static TheoryData<string, string, string> Refused => InAllCultures(
        ("12908,50", "Its commas are no complete groups"),
        ("1,23,45", "Its commas are no complete groups"),
        ("1,2345", "Its commas are no complete groups"),
        ("1,23,456,789", "Its commas are no complete groups"),
        ("1234,567", "Its commas are no complete groups"),
        (",123", "Its commas are no complete groups"),
        ("1,,234", "Its commas are no complete groups"),
        ("1,234,", "Its commas are no complete groups"),
        ("0,500", "Its commas are no complete groups"),
        ("00,123", "Its commas are no complete groups"),
        ("1.234,50", "It is not a number"),
        ("1,234.5,6", "It is not a number"),
        ("1.2.3", "It is not a number"),
        ("₹1,234.00", "Its commas are no complete groups"),
        ("₹ 500", "It is not a number"),
        ("Rs. 500", "It is not a number"),
        ("1 234.50", "It is not a number"),
        ("1'234.50", "It is not a number"),
        ("(500.00)", "It is not a number"),
        ("500.00-", "It is not a number"),
        ("--5", "It is not a number"),
        ("- 5", "It is not a number"),
        ("twelve", "It is not a number"),
        ("NaN", "It is not a number"),
        ("Infinity", "It is not a number"),
        ("१२३", "It is not a number"),
        ("0x1F", "It is not a number"),
        ("1E5", "It is not a number"),
        ("", "It is not a number"),
        ("-", "It is not a number"),
        ("12.", "It is not a complete number"),
        (".", "It is not a complete number"),
        ("1.23E+14", "A spreadsheet has turned it into scientific notation"),
        ("-1.5E-05", "A spreadsheet has turned it into scientific notation"),
        ("5E+10", "A spreadsheet has turned it into scientific notation"),
        ("99999999999999999999999999999999", "It has more digits than any amount can have"));

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_number_is_read_the_same_in_every_culture(string text, string number, string culture)
    {
        using var scope = new CultureScope(culture);
        Assert.True(NumberText.TryRead(text, out decimal read, out string? reason));
        Assert.Null(reason);
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_plain_number_is_refused_the_same_in_every_culture(string text, string reason, string culture)
    {
        using var scope = new CultureScope(culture);
        Assert.False(NumberText.TryRead(text, out _, out string? given));
        Assert.StartsWith(reason, given, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_decimal_in_Indian_groups_reads_back() => EveryDecimalReadsBack([3, 2]);

    [Fact]
    public void Every_decimal_in_Western_groups_reads_back() => EveryDecimalReadsBack([3]);

    [Fact]
    public void A_decimal_comma_never_makes_a_larger_number()
    {
        // 12908,50 in any form a German or French spreadsheet gives it: read as its digits it would be ten or a hundred times as much.
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] };
        Prop.ForAll(Arb.From(Amounts(maxUnits: 999_999_999)), amount =>
        {
            foreach (string format in (string[])["F1", "F2"])
                Assert.False(NumberText.TryRead(Math.Abs(amount).ToString(format, german), out _, out _));
        }).QuickCheckThrowOnFailure();
    }

    private static void EveryDecimalReadsBack(int[] groups)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NumberGroupSizes = groups };
        Prop.ForAll(Arb.From(Amounts(maxUnits: 999_999_999_999_999)), amount =>
        {
            Assert.True(NumberText.TryRead(amount.ToString("N3", format), out decimal read, out _));
            Assert.Equal(amount, read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // Of every size, not only the small ones that a generator of long prefers.
    private static Gen<decimal> Amounts(long maxUnits) =>
        from digits in Gen.Choose(1, maxUnits.ToString(CultureInfo.InvariantCulture).Length)
        from fraction in Gen.Choose(0, 999)
        from sign in Gen.Elements(1, -1)
        from low in Gen.Choose(0, 999_999_999)
        from high in Gen.Choose(0, 999_999)
        let units = ((high * 1_000_000_000L) + low) % Math.Min(maxUnits + 1, (long)Math.Pow(10, digits))
        select sign * (units + (fraction / 1000m));

    private static TheoryData<string, string, string> InAllCultures(params (string Text, string Expected)[] cases)
    {
        var data = new TheoryData<string, string, string>();
        foreach ((string text, string expected) in cases)
            foreach (string culture in CultureScope.Names)
                data.Add(text, expected, culture);
        return data;
    }
}
