using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Tests.SignedData;

public class SignedTokenTests
{
    [Fact]
    public void A_token_is_taken_apart()
    {
        Assert.True(SignedToken.TryDecode("  " + Token.OfText("""{"DocNo":"A/1"}""") + "\r\n", out SignedToken? decoded, out string? reason));
        Assert.Equal(("""{"DocNo":"A/1"}""", "NIC", "KEY1", null), (decoded!.DataJson, decoded.Issuer, decoded.KeyId, reason));
        Assert.Equal("""{"alg":"RS256","kid":"KEY1","typ":"JWT"}""", decoded.HeaderJson);
    }

    [Fact]
    public void Data_that_is_an_object_instead_of_text_is_read_too()
    {
        string token = Token.Part("""{"kid":7}""") + "." + Token.Part("""{"data":{"DocNo":"A/1"},"iss":1}""") + ".";
        Assert.True(SignedToken.TryDecode(token, out SignedToken? decoded, out _));
        Assert.Equal(("""{"DocNo":"A/1"}""", null, null), (decoded!.DataJson, decoded.Issuer, decoded.KeyId));
    }

    [Theory]
    [InlineData(null, "A signed text has three parts with dots between; this has 1.")]
    [InlineData("", "A signed text has three parts with dots between; this has 1.")]
    [InlineData("a.b", "A signed text has three parts with dots between; this has 2.")]
    [InlineData("a.b.c.d", "A signed text has three parts with dots between; this has 4.")]
    [InlineData("!!!!.e30.c2ln", "A part of the signed text is no Base64: it was cut or changed.")]
    [InlineData("e30.!!!!.c2ln", "A part of the signed text is no Base64: it was cut or changed.")]
    [InlineData("e30.e30.c2ln", "The signed text holds no JSON as the portal writes it: it was cut or changed.")]
    [InlineData("bm8.e30.c2ln", "The signed text holds no JSON as the portal writes it: it was cut or changed.")]
    [InlineData("e30.W10.c2ln", "The signed text holds no JSON as the portal writes it: it was cut or changed.")]
    [InlineData("W10.eyJkYXRhIjoiYSJ9.c2ln", "The signed text holds no JSON as the portal writes it: it was cut or changed.")]
    public void What_is_none_says_why(string? token, string expected)
    {
        Assert.False(SignedToken.TryDecode(token, out SignedToken? decoded, out string? reason));
        Assert.Equal((null, expected), (decoded, reason));
    }

    [Fact]
    public void A_signed_QR_code_says_all_that_the_portal_puts_into_it()
    {
        SignedQr signed = SignedQr.Read(Token.Of(Token.QrData))!;
        Assert.Equal(("29AABCT1332L000", "29AWGPV7107B1Z1", "INV", "MAHI/10"), (signed.SellerGstin, signed.BuyerGstin, signed.DocumentType, signed.DocumentNumber));
        Assert.Equal((new IndiaDate(2020, 8, 8), 12908m, 1, "1001"), (signed.DocumentDate!.Value, signed.InvoiceTotal, signed.ItemCount, signed.MainHsnCode));
        Assert.Equal("35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe", signed.Irn);
        Assert.Equal("2020-08-08T10:11:12+05:30", signed.IrnTime.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("no JSON")]
    public void A_QR_code_whose_data_is_no_object_says_nothing(string data) => Assert.Null(SignedQr.Read(Token.OfText(data)));
}
