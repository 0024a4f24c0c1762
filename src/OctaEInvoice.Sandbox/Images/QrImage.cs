using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Sandbox.Images;

/// <summary>QR codes as image files.</summary>
internal static class QrImage
{
    /// <summary>The image of a text's QR code.</summary>
    /// <param name="text">The text; at most 2,953 bytes.</param>
    /// <param name="format">File format.</param>
    /// <param name="quality">Size of the modules.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentException">The text is too long for any QR code.</exception>
    public static byte[] Render(string text, QrImageFormat format, QrImageQuality quality = QrImageQuality.High) =>
        Render(QrMatrix.FromText(text), format, quality);

    /// <summary>The image of a QR code.</summary>
    /// <param name="matrix">The code's modules.</param>
    /// <param name="format">File format.</param>
    /// <param name="quality">Size of the modules.</param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Render(QrMatrix matrix, QrImageFormat format, QrImageQuality quality = QrImageQuality.High)
    {
        int pixelsPerModule = quality == QrImageQuality.High ? 8 : 4;
        return format switch
        {
            QrImageFormat.Png => matrix.ToPng(pixelsPerModule),
            QrImageFormat.Gif => GifEncoder.Encode(BilevelImage.FromMatrix(matrix, pixelsPerModule)),
            _ => JpegEncoder.Encode(BilevelImage.FromMatrix(matrix, pixelsPerModule)),
        };
    }
}

/// <summary>File formats of a QR image: the values of octa-api's query parameter qrcodeformat.</summary>
internal enum QrImageFormat
{
    /// <summary>PNG, lossless. What the API gives by default.</summary>
    Png,

    /// <summary>JPEG, baseline and greyscale.</summary>
    Jpeg,

    /// <summary>GIF, two colours.</summary>
    Gif,
}

/// <summary>How large the modules of a QR image are: the values of octa-api's query parameter qrcodequality.</summary>
internal enum QrImageQuality
{
    /// <summary>4 pixels a module.</summary>
    Standard,

    /// <summary>8 pixels a module. What the API gives by default.</summary>
    High,
}
