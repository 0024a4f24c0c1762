using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Keys;

public class EwbNumberTextTests
{
    [Theory]
    [InlineData("191008688443")]
    [InlineData(" 191008688443\n")]
    public void Twelve_digits_are_a_number(string given)
    {
        Assert.Equal("191008688443", EwbNumberText.Read(given, out Issue? issue));
        Assert.Null(issue);
    }

    [Theory]
    [InlineData("19100868844", "It has 11 digits, an e-way bill number has 12.")]
    [InlineData("1910086884430", "It has 13 digits, an e-way bill number has 12.")]
    [InlineData("1.91009E+11", "Character 2 is no digit: '.'.")]
    [InlineData("19100868844\u0663", "Character 12 is no digit: '\u0663'.")]
    [InlineData("", "There is none.")]
    public void What_can_be_no_number_is_said_with_the_reason(string given, string message)
    {
        Assert.Null(EwbNumberText.Read(given, out Issue? issue));
        Assert.Equal(message, issue!.Message);
        Assert.Equal("OCTA-157", issue.Code);
        Assert.Equal(IssueSeverity.Error, issue.Severity);
        Assert.Equal(given, issue.Given);
        Assert.Equal("12 digits", issue.Expected);
        Assert.Contains("format the column as text", issue.Remedy, StringComparison.Ordinal);
    }
}
