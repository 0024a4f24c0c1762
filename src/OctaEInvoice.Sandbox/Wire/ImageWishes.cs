using OctaEInvoice.Sandbox.Images;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>Which images and PDFs a client wants beside the data.</summary>
/// <param name="QrCode">True to get the QR code's image.</param>
/// <param name="Format">Its file format.</param>
/// <param name="Quality">Its size.</param>
/// <param name="Pdf">True to get the PDFs.</param>
internal sealed record ImageWishes(bool QrCode, QrImageFormat Format, QrImageQuality Quality, bool Pdf)
{
    /// <summary>The names of the four parameters.</summary>
    internal static readonly string[] Names = ["qrcode", "qrcodeformat", "qrcodequality", "pdf"];

    // In the order of the enumerations.
    private static readonly string[] Formats = ["PNG", "JPEG", "GIF"];
    private static readonly string[] Qualities = ["standard", "high"];

    internal static ImageWishes Read(QueryReader query) => new(
        query.YesNo("qrcode"),
        (QrImageFormat)query.Choice("qrcodeformat", Formats, (int)QrImageFormat.Png),
        (QrImageQuality)query.Choice("qrcodequality", Qualities, (int)QrImageQuality.High),
        query.YesNo("pdf"));
}
