using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>Decodes and verifies what the portal signed.</summary>
public static class SignedDocuments
{
    /// <summary>Decodes a signed invoice or the text of a signed QR code.</summary>
    /// <param name="token">The JWT.</param>
    /// <param name="key">The portal's public key, to verify the signature; null to leave it unverified.</param>
    /// <param name="document">What was signed.</param>
    /// <param name="reason">Why it could not be decoded; null on success.</param>
    /// <returns>True when it was decoded, whether the signature holds or not.</returns>
    public static bool TryRead(string token, RSA? key, out SignedDocument? document, out string? reason)
    {
        document = null;
        if (!SignedToken.TryDecode(token, out SignedToken? decoded, out reason))
            return false;
        byte[] json = Encoding.UTF8.GetBytes(decoded!.DataJson);
        using JsonDocument? data = LenientJson.Parse(json);
        if (data is null)
        {
            reason = "The signed data is no JSON object.";
            return false;
        }
        document = data.RootElement.TryGetProperty("DocDtls", out _) ? OfInvoice(json, data.RootElement) : OfQr(token);
        document.Issuer = decoded.Issuer;
        document.KeyId = decoded.KeyId;
        document.Json = decoded.DataJson;
        document.IsSignatureValid = key is null ? null : Verify(token, key);
        return true;
    }

    /// <summary>True when the signature of a token holds (RS256).</summary>
    /// <param name="token">The JWT.</param>
    /// <param name="key">The public key.</param>
    /// <returns>False when a byte was changed or another key signed.</returns>
    public static bool Verify(string token, RSA key)
    {
        string text = token.Trim();
        int dot = text.LastIndexOf('.');
        return dot > 0
            && Base64.Decode(text.Substring(dot + 1)) is byte[] signature
            && key.VerifyData(Encoding.ASCII.GetBytes(text.Substring(0, dot)), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static SignedDocument OfInvoice(byte[] json, JsonElement data)
    {
        // AckNo, AckDt, ItemNo and other additions of the portal are no fields of the schema; the issues about them don't matter here.
        OctaInvoice invoice = InvoiceJson.Read(json, new IssueList());
        var fields = new AnswerFields(data);
        return new SignedDocument
        {
            Gstin = invoice.Gstin,
            BuyerGstin = invoice.Buyer?.Gstin,
            DocumentType = invoice.DocumentType,
            DocumentNumber = invoice.DocumentNumber,
            DocumentDate = invoice.DocumentDate,
            InvoiceTotal = invoice.Totals?.Total,
            ItemCount = invoice.Items?.Count,
            MainHsnCode = MainHsn(invoice),
            Irn = fields.Text("Irn"),
            IrnTime = fields.Time("AckDt"),
            AckNumber = fields.Text("AckNo"),
            Invoice = invoice,
        };
    }

    private static SignedDocument OfQr(string token)
    {
        SignedQr signed = SignedQr.Read(token) ?? new SignedQr();
        return new SignedDocument
        {
            Gstin = signed.SellerGstin,
            BuyerGstin = signed.BuyerGstin,
            DocumentType = signed.DocumentType,
            DocumentNumber = signed.DocumentNumber,
            DocumentDate = signed.DocumentDate,
            InvoiceTotal = signed.InvoiceTotal,
            ItemCount = signed.ItemCount,
            MainHsnCode = signed.MainHsnCode,
            Irn = signed.Irn,
            IrnTime = signed.IrnTime,
        };
    }

    private static string? MainHsn(OctaInvoice invoice)
    {
        InvoiceItem? main = null;
        foreach (InvoiceItem item in invoice.Items ?? [])
            if (main is null || item.TaxableValue > main.TaxableValue)
                main = item;
        return main?.HsnCode;
    }
}
