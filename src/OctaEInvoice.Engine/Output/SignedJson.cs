using System.Text.Json;

namespace OctaEInvoice.Engine.Output;

/// <summary>What has to be kept of a registered document: the portal's signed texts with IRN and acknowledgement, as JSON.</summary>
public static class SignedJson
{
    /// <summary>Writes the file's content.</summary>
    /// <param name="irn">The IRN.</param>
    /// <param name="ackNumber">Acknowledgement number.</param>
    /// <param name="ackTime">Moment of registration, ISO 8601.</param>
    /// <param name="signedInvoice">The signed invoice.</param>
    /// <param name="signedQrCode">The signed text of the QR code.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] Write(string? irn, string? ackNumber, string? ackTime, string? signedInvoice, string? signedQrCode)
    {
        using var stream = new MemoryStream(8192);
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("Irn", irn);
            writer.WriteString("AckNo", ackNumber);
            writer.WriteString("AckTime", ackTime);
            writer.WriteString("SignedInvoice", signedInvoice);
            writer.WriteString("SignedQRCode", signedQrCode);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}
