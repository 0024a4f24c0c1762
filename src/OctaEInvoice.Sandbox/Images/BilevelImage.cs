using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Sandbox.Images;

/// <summary>Pixels that are black or white.</summary>
internal sealed class BilevelImage
{
    private readonly bool[] black;

    internal BilevelImage(int width, int height)
    {
        Width = width;
        Height = height;
        black = new bool[width * height];
    }

    /// <summary>Pixels in a row.</summary>
    internal int Width { get; }

    /// <summary>Rows.</summary>
    internal int Height { get; }

    /// <summary>The pixels, row by row from the top left; true is black.</summary>
    internal ReadOnlySpan<bool> Pixels => black;

    /// <summary>Whether a pixel is black.</summary>
    internal bool this[int x, int y]
    {
        get => black[y * Width + x];
        set => black[y * Width + x] = value;
    }

    /// <summary>Draws each module as a square of pixels.</summary>
    internal static BilevelImage FromMatrix(QrMatrix matrix, int pixelsPerModule)
    {
        int size = matrix.Size * pixelsPerModule;
        BilevelImage image = new(size, size);
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
                image[x, y] = matrix.IsDark(x / pixelsPerModule, y / pixelsPerModule);
        }
        return image;
    }
}
