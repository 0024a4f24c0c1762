namespace OctaEInvoice.Sandbox.Images;

/// <summary>Writes a black and white picture as GIF89a.</summary>
internal static class GifEncoder
{
    private const byte Trailer = 0x3B;
    private const byte ImageSeparator = 0x2C;

    /// <summary>The format's least code size; a picture of two colours has this one too.</summary>
    private const byte CodeSize = 2;

    private const int MaxBlock = 255;

    /// <summary>The file's bytes.</summary>
    internal static byte[] Encode(BilevelImage image)
    {
        using MemoryStream file = new();
        file.Write([.. "GIF89a"u8], 0, 6);
        WriteSize(file, image);
        // A global table of two colours, no background, square pixels; colour 0 is white, colour 1 black.
        file.Write([0x80, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0], 0, 9);
        file.Write([ImageSeparator, 0, 0, 0, 0], 0, 5);
        WriteSize(file, image);
        file.Write([0, CodeSize], 0, 2);
        WriteBlocks(file, LzwEncoder.Encode(image.Pixels, CodeSize));
        file.WriteByte(Trailer);
        return file.ToArray();
    }

    private static void WriteSize(MemoryStream file, BilevelImage image)
    {
        file.Write([(byte)image.Width, (byte)(image.Width >> 8), (byte)image.Height, (byte)(image.Height >> 8)], 0, 4);
    }

    private static void WriteBlocks(MemoryStream file, byte[] data)
    {
        for (int start = 0; start < data.Length; start += MaxBlock)
        {
            int length = Math.Min(MaxBlock, data.Length - start);
            file.WriteByte((byte)length);
            file.Write(data, start, length);
        }
        file.WriteByte(0);
    }
}
