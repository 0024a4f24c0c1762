using System.Text;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Makes results of the answer of generatepaymentqrcode.</summary>
internal static class PaymentQrAnswer
{
    private const string Scheme = "upi:";

    internal static PaymentQrResult Read(AnswerFields fields)
    {
        var result = new PaymentQrResult
        {
            PaymentQrCode = Plain(fields.Text("PaymentQrCode")),
            QrCodePng = fields.Bytes("QRCodeImagePng"),
            QrCodeJpeg = fields.Bytes("QRCodeImageJpeg"),
            QrCodeGif = fields.Bytes("QRCodeImageGif"),
            InvoicePdf = fields.Bytes("EinvoicePdf"),
        };
        result.AdditionalFields = fields.Unread();
        return result;
    }

    // The specification's table says Base64, its sample shows plain text (nic-rules 3.2).
    private static string? Plain(string? text)
    {
        if (text is null || text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || Base64.Decode(text) is not byte[] bytes)
            return text;
        string decoded = Encoding.UTF8.GetString(bytes);
        return decoded.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? decoded : text;
    }
}
