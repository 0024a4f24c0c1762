using System.Text.Json;
using OctaEInvoice.Sandbox.Images;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>Writes the images of a QR code: the one asked for, null for the others.</summary>
internal static class QrImages
{
    internal static void Write(Utf8JsonWriter writer, string text, ImageWishes wishes)
    {
        WritePng(writer, text, wishes);
        Write(writer, "QRCodeImageJpeg", QrImageFormat.Jpeg, text, wishes);
        Write(writer, "QRCodeImageGif", QrImageFormat.Gif, text, wishes);
    }

    internal static void WritePng(Utf8JsonWriter writer, string text, ImageWishes wishes) =>
        Write(writer, "QRCodeImagePng", QrImageFormat.Png, text, wishes);

    private static void Write(Utf8JsonWriter writer, string name, QrImageFormat format, string text, ImageWishes wishes)
    {
        if (wishes.QrCode && wishes.Format == format)
            writer.WriteBase64String(name, QrImage.Render(text, format, wishes.Quality));
        else
            writer.WriteNull(name);
    }
}
