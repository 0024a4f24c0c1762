using OctaEInvoice.Sandbox.Compression;

namespace OctaEInvoice.Sandbox.Images;

/// <summary>Writes a black and white picture as a PNG of one bit a pixel.</summary>
internal static class PngEncoder
{
    private const uint CrcPolynomial = 0xEDB88320;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The file's bytes.</summary>
    internal static byte[] Encode(BilevelImage image)
    {
        using MemoryStream file = new();
        file.Write(Signature, 0, Signature.Length);
        // One bit a pixel, greyscale; deflate, the standard filters, not interlaced.
        WriteChunk(file, [.. "IHDR"u8, .. BigEndian((uint)image.Width), .. BigEndian((uint)image.Height), 1, 0, 0, 0, 0]);
        WriteChunk(file, [.. "IDAT"u8, .. ZlibEncoder.Encode(PackRows(image))]);
        WriteChunk(file, [.. "IEND"u8]);
        return file.ToArray();
    }

    /// <summary>Each row begins with a byte for its filter, none; a set bit is white.</summary>
    private static byte[] PackRows(BilevelImage image)
    {
        int stride = 1 + (image.Width + 7) / 8;
        byte[] rows = new byte[stride * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                if (!image[x, y])
                    rows[y * stride + 1 + x / 8] |= (byte)(0x80 >> (x % 8));
            }
        }
        return rows;
    }

    private static void WriteChunk(MemoryStream file, byte[] typeAndData)
    {
        file.Write(BigEndian((uint)typeAndData.Length - 4), 0, 4);
        file.Write(typeAndData, 0, typeAndData.Length);
        file.Write(BigEndian(Crc32(typeAndData)), 0, 4);
    }

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc32(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
            crc = CrcTable[(byte)(crc ^ value)] ^ crc >> 8;
        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? CrcPolynomial ^ crc >> 1 : crc >> 1;
            table[i] = crc;
        }
        return table;
    }
}
