using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Print;
using OctaEInvoice.Sandbox.Signing;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>Writes registered documents with the names and nulls that the specification prints.</summary>
internal sealed class IrnAnswers(JwtSigner signer)
{
    /// <summary>The answer of generateirn, getirn and getirnbydoc.</summary>
    internal SandboxAnswer Irn(IrnRecord record, ImageWishes wishes) => Answer(record, wishes, QrImages.Write);

    /// <summary>The answer of getdocirninfo, which has images as PNG only.</summary>
    internal SandboxAnswer StoredIrn(IrnRecord record, ImageWishes wishes) => Answer(record, wishes, QrImages.WritePng);

    private SandboxAnswer Answer(IrnRecord record, ImageWishes wishes, Action<Utf8JsonWriter, string, ImageWishes> writeImages) => SandboxAnswer.Success(writer =>
    {
        string signedQr = signer.Sign(record.QrData);
        writer.WriteString("AckNo", record.AckNumber.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("AckTime", record.AckTime.ToWireString());
        writer.WriteString("IrnStatus", record.IsActive ? "ACT" : "CNL");
        writer.WriteString("Irn", record.Irn);
        writer.WriteString("SignedInvoice", signer.Sign(record.InvoiceData));
        writer.WriteString("SignedQRCode", signedQr);
        if (record.Ewb is not null)
            EwbAnswers.WriteEwb(writer, record.Ewb);
        writeImages(writer, signedQr, wishes);
        if (wishes.Pdf)
            writer.WriteBase64String("EinvoicePdf", EInvoicePdf.Write(InvoicePrinter.Print(record, signedQr)));
        else
            writer.WriteNull("EinvoicePdf");
        EwbAnswers.WritePdf(writer, record, wishes.Pdf);
    });
}
