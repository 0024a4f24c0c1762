using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Makes results of the answers that carry an IRN (generateirn, getirn, getirnbydoc, getdocirninfo).</summary>
internal static class IrnAnswer
{
    internal static IrnResult Read(AnswerFields fields)
    {
        var result = new IrnResult
        {
            AckNumber = fields.Text("AckNo"),
            AckTime = fields.Time("AckTime", "AckDt"),
            Irn = fields.Text("Irn"),
            IrnStatus = fields.Status("IrnStatus", "Status"),
            SignedInvoice = fields.Text("SignedInvoice"),
            SignedQrCode = fields.Text("SignedQRCode"),
            EwbNumber = fields.Text("EwbNo"),
            EwbStatus = fields.Status("EwbStatus", "EwbStstus"),
            EwbTime = fields.Time("EwbTime", "EwbDt"),
            EwbValidTill = fields.Time("EwbValidTill"),
            QrCodePng = fields.Bytes("QRCodeImagePng"),
            QrCodeJpeg = fields.Bytes("QRCodeImageJpeg"),
            QrCodeGif = fields.Bytes("QRCodeImageGif"),
            InvoicePdf = fields.Bytes("EinvoicePdf"),
            EwbPdf = fields.Bytes("EwbPdf"),
        };
        result.AdditionalFields = fields.Unread();
        return result;
    }
}
