using System.Collections;
using QRCoder;

namespace OctaEInvoice.Engine.Output;

/// <summary>The dark and light modules of a QR code, with the quiet zone of four light modules on each side that readers need.</summary>
internal sealed class QrMatrix
{
    private readonly List<BitArray> rows;

    private QrMatrix(List<BitArray> rows) => this.rows = rows;

    /// <summary>Modules on each side, quiet zone included.</summary>
    public int Size => rows.Count;

    /// <summary>Encodes a text with error correction M (15 % may be damaged), or L (7 %) where M has no room for it.</summary>
    /// <param name="text">At most 2,331 bytes for M, 2,953 for L. A signed QR code has some 900 characters.</param>
    /// <returns>The modules.</returns>
    /// <exception cref="ArgumentException">The text is too long for any QR code.</exception>
    public static QrMatrix FromText(string text) =>
        TryEncode(text, QRCodeGenerator.ECCLevel.M)
        ?? TryEncode(text, QRCodeGenerator.ECCLevel.L)
        ?? throw new ArgumentException($"A QR code holds at most 2953 bytes; this text has {text.Length} characters.", nameof(text));

    /// <summary>Whether a module is dark.</summary>
    /// <param name="column">From the left, 0 to Size - 1.</param>
    /// <param name="row">From the top, 0 to Size - 1.</param>
    /// <returns>True when it is dark.</returns>
    public bool IsDark(int column, int row) => rows[row][column];

    /// <summary>The code as a PNG of one bit a pixel.</summary>
    /// <param name="pixelsPerModule">Width and height of a module, 1 or more.</param>
    /// <returns>The file's bytes.</returns>
    public byte[] ToPng(int pixelsPerModule)
    {
        using QRCodeData data = new(1) { ModuleMatrix = rows };
        using PngByteQRCode png = new(data);
        return png.GetGraphic(pixelsPerModule);
    }

    private static QrMatrix? TryEncode(string text, QRCodeGenerator.ECCLevel level)
    {
        try
        {
            using QRCodeData data = QRCodeGenerator.GenerateQrCode(text, level);
            return new QrMatrix([.. data.ModuleMatrix]);
        }
        catch (QRCoder.Exceptions.DataTooLongException)
        {
            return null;
        }
    }
}
