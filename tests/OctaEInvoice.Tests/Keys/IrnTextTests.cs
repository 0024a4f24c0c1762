using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Keys;

public class IrnTextTests
{
    private const string Irn = "eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb";

    [Theory]
    [InlineData(Irn)]
    [InlineData("  eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb\n")]
    [InlineData("EB68A55ABBF1A31AE19A6C9D82A0B22BA37785B6B76949585E5F928FEA4042CB")]
    public void An_IRN_is_read_without_blanks_and_in_lower_case(string given)
    {
        Assert.Equal(Irn, IrnText.Read(given, out Issue? issue));
        Assert.Null(issue);
    }

    [Theory]
    [InlineData("eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042c", "It has 63 characters, an IRN has 64.")]
    [InlineData("eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb0", "It has 65 characters, an IRN has 64.")]
    [InlineData("eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cg", "Character 64 is no hexadecimal digit: 'g'.")]
    [InlineData("V/26-27/101", "It has 11 characters, an IRN has 64.")]
    [InlineData(" ", "There is none.")]
    [InlineData(null, "There is none.")]
    public void What_can_be_no_IRN_is_said_with_the_reason(string? given, string message)
    {
        Assert.Null(IrnText.Read(given, out Issue? issue));
        Assert.Equal(message, issue!.Message);
        Assert.Equal("OCTA-153", issue.Code);
        Assert.Equal(IssueSeverity.Error, issue.Severity);
        Assert.Equal(given?.Trim() ?? "", issue.Given);
        Assert.Equal("64 hexadecimal digits (0 to 9, a to f)", issue.Expected);
        Assert.StartsWith("An IRN has 64 hexadecimal digits; Excel and e-mail cut it", issue.Remedy, StringComparison.Ordinal);
    }
}
