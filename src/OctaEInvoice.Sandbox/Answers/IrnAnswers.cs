using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Sandbox.Images;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Requests;

namespace OctaEInvoice.Sandbox.Answers;

/// <summary>Writes the answers about registered documents with the names and nulls that the specification prints.</summary>
internal sealed class IrnAnswers(SandboxPortal portal)
{
    private const string Active = "ACT";
    private const string Cancelled = "CNL";

    /// <summary>The answer of generateirn, getirn, getirnbydoc and getdocirninfo.</summary>
    internal SandboxAnswer Irn(IrnRecord record, ImageWishes wishes) => SandboxAnswer.Success(writer =>
    {
        string signedQr = portal.Signer.Sign(record.QrData);
        writer.WriteString("AckNo", record.AckNumber.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("AckTime", record.AckTime.ToWireString());
        writer.WriteString("IrnStatus", record.IsActive ? Active : Cancelled);
        writer.WriteString("Irn", record.Irn);
        writer.WriteString("SignedInvoice", portal.Signer.Sign(record.InvoiceData));
        writer.WriteString("SignedQRCode", signedQr);
        if (record.Ewb is EwbRecord ewb)
            WriteEwb(writer, ewb);
        WriteQrImages(writer, signedQr, wishes);
        WritePdf(writer, "EinvoicePdf", null);
        WritePdf(writer, "EwbPdf", null);
    });

    /// <summary>The images of a QR code: the one asked for, null for the others.</summary>
    internal static void WriteQrImages(Utf8JsonWriter writer, string text, ImageWishes wishes)
    {
        WriteQrImage(writer, "QRCodeImagePng", QrImageFormat.Png, text, wishes);
        WriteQrImage(writer, "QRCodeImageJpeg", QrImageFormat.Jpeg, text, wishes);
        WriteQrImage(writer, "QRCodeImageGif", QrImageFormat.Gif, text, wishes);
    }

    private static void WriteEwb(Utf8JsonWriter writer, EwbRecord ewb)
    {
        writer.WriteString("EwbStatus", ewb.IsActive ? Active : Cancelled);
        writer.WriteString("EwbNo", ewb.NumberText);
        writer.WriteString("EwbTime", ewb.Time.ToWireString());
        if (ewb.ValidTill is IndiaTime validTill)
            writer.WriteString("EwbValidTill", validTill.ToWireString());
        else
            writer.WriteNull("EwbValidTill");
    }

    private static void WriteQrImage(Utf8JsonWriter writer, string name, QrImageFormat format, string text, ImageWishes wishes)
    {
        if (wishes.QrCode && wishes.Format == format)
            writer.WriteBase64String(name, QrImage.Render(text, format, wishes.Quality));
        else
            writer.WriteNull(name);
    }

    private static void WritePdf(Utf8JsonWriter writer, string name, byte[]? pdf)
    {
        if (pdf is null)
            writer.WriteNull(name);
        else
            writer.WriteBase64String(name, pdf);
    }
}
