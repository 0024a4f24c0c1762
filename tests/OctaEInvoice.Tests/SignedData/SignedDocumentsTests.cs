using System.Security.Cryptography;
using System.Text;
using OctaEInvoice.Engine.SignedData;
using OctaEInvoice.Sandbox.Signing;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.SignedData;

public class SignedDocumentsTests
{
    private static readonly SigningKey Key = SigningKey.Shared;

    [Fact]
    public void A_signed_QR_code_is_decoded()
    {
        Assert.True(SignedDocuments.TryRead(Token.Of(Token.QrData), key: null, out SignedDocument? document, out string? reason));
        Assert.Null(reason);
        Assert.Equal(("NIC", "KEY1", null), (document!.Issuer, document.KeyId, document.IsSignatureValid));
        Assert.Equal(("29AABCT1332L000", "29AWGPV7107B1Z1", "INV", "MAHI/10"), (document.Gstin, document.BuyerGstin, document.DocumentType, document.DocumentNumber));
        Assert.Equal((new IndiaDate(2020, 8, 8), 12908m, 1, "1001"), (document.DocumentDate!.Value, document.InvoiceTotal, document.ItemCount, document.MainHsnCode));
        Assert.Equal("35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe", document.Irn);
        Assert.Equal("2020-08-08T10:11:12+05:30", document.IrnTime.ToString());
        Assert.Equal((null, null), (document.AckNumber, document.Invoice));
        Assert.StartsWith("""{"SellerGstin":"29AABCT1332L000",""", document.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_invoice_is_decoded_with_its_dearest_line_as_the_main_one()
    {
        string data = SampleInvoice.Node(document =>
        {
            document["AckNo"] = 112010000011474;
            document["AckDt"] = "2026-05-04 10:00:00";
            document["Irn"] = "35054c";
            var second = document["ItemList"]![0]!.DeepClone();
            second["HsnCd"] = "8471";
            second["AssAmt"] = 999999;
            document["ItemList"]!.AsArray().Add(second);
            var third = document["ItemList"]![0]!.DeepClone();
            third["HsnCd"] = "3004";
            document["ItemList"]!.AsArray().Add(third);
        }).ToJsonString();
        Assert.True(SignedDocuments.TryRead(Token.OfText(data), key: null, out SignedDocument? document, out _));
        Assert.Equal(("35054c", "112010000011474", "2026-05-04T10:00:00+05:30"), (document!.Irn, document.AckNumber, document.IrnTime.ToString()));
        Assert.Equal((3, "8471", SampleInvoice.Seller), (document.ItemCount, document.MainHsnCode, document.Gstin));
        Assert.Equal((document.Invoice!.DocumentNumber, document.Invoice.DocumentDate), (document.DocumentNumber, document.DocumentDate));
        Assert.Equal((document.Invoice.Buyer!.Gstin, document.Invoice.Totals!.Total, "INV"), (document.BuyerGstin, document.InvoiceTotal, document.DocumentType));
        Assert.Equal(data, document.Json);
    }

    [Fact]
    public void Data_that_is_no_object_is_said_so()
    {
        Assert.False(SignedDocuments.TryRead(Token.OfText("[1]"), key: null, out SignedDocument? document, out string? reason));
        Assert.Equal((null, "The signed data is no JSON object."), (document, reason));
        Assert.False(SignedDocuments.TryRead("a.b", key: null, out _, out reason));
        Assert.Equal("A signed text has three parts with dots between; this has 2.", reason);
    }

    [Fact]
    public void A_signature_holds_with_its_key_alone()
    {
        string token = new JwtSigner(Key).Sign(Encoding.UTF8.GetBytes("""{"DocNo":"A/1"}"""));
        using RSA own = PublicKeys.FromPem(Key.PublicKeyPem);
        using RSA other = RSA.Create(2048);
        Assert.True(Signature(token, own));
        Assert.True(Signature(" " + token + "\n", own));
        Assert.False(Signature(token, other));
        string[] parts = token.Split('.');
        Assert.False(Signature(parts[0] + "." + Token.Part("""{"data":"{\"DocNo\":\"A/2\"}","iss":"NIC"}""") + "." + parts[2], own));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no dots")]
    [InlineData(".c2ln")]
    [InlineData("a.b.!!!!")]
    public void A_text_without_a_signature_is_not_signed(string token)
    {
        using RSA own = PublicKeys.FromPem(Key.PublicKeyPem);
        Assert.False(SignedDocuments.Verify(token, own));
    }

    private static bool? Signature(string token, RSA key)
    {
        Assert.True(SignedDocuments.TryRead(token, key, out SignedDocument? document, out _));
        return document!.IsSignatureValid;
    }
}
