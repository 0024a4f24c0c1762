using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Keys;

public class GstinTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Theory]
    [InlineData("24ACPPM5624F1ZK")]
    [InlineData("08AASFB9647G1ZU")]
    public void An_issued_GSTIN_has_a_valid_check_digit(string gstin)
    {
        Assert.True(Gstin.IsWellFormed(gstin));
        Assert.True(Gstin.HasValidCheckDigit(gstin));
        Assert.Equal(gstin[14], Gstin.CheckDigitOf(gstin));
        Assert.Equal(gstin[14], Gstin.CheckDigitOf(gstin[..14]));
    }

    [Theory]
    [InlineData("29AABCT1332L000")]
    [InlineData("29AWGPV7107B1Z1")]
    [InlineData("12AWGPV7107B1Z1")]
    [InlineData("01AMBPG7773M002")]
    [InlineData("02AMBPG7773M002")]
    [InlineData("36AMBPG7773M002")]
    public void A_published_test_GSTIN_is_well_formed_but_fails_the_check_digit(string gstin)
    {
        Assert.True(Gstin.IsWellFormed(gstin));
        Assert.False(Gstin.HasValidCheckDigit(gstin));
        Assert.Equal(gstin[..2], Gstin.StateCodeOf(gstin));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("URP")]
    [InlineData("24ACPPM5624F1Z")]
    [InlineData("24ACPPM5624F1ZKK")]
    [InlineData("24acppm5624f1zk")]
    [InlineData("2AACPPM5624F1ZK")]
    [InlineData("24ACPPM5624F1Z ")]
    [InlineData("24ACPPM5624F1Z\n")]
    [InlineData("24ACPPM5624F1Zé")]
    [InlineData("२४ACPPM5624F1ZK")]
    public void What_is_no_GSTIN_is_refused(string? text)
    {
        Assert.False(Gstin.IsWellFormed(text));
        Assert.False(Gstin.HasValidCheckDigit(text));
        Assert.Null(Gstin.StateCodeOf(text));
    }

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        const string gstin = "24ACPPM5624F1ZK";
        for (int i = 0; i < gstin.Length; i++)
            foreach (char other in Alphabet.Where(c => c != gstin[i]))
                Assert.False(Gstin.HasValidCheckDigit(gstin[..i] + other + gstin[(i + 1)..]));
    }

    [Theory]
    [InlineData("24ACPPM5624F1")]
    [InlineData("24ACPPM5624f1Z")]
    public void A_check_digit_needs_fourteen_digits_and_capitals(string text)
    {
        Assert.Throws<ArgumentException>(() => Gstin.CheckDigitOf(text));
    }
}
