using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OctaEInvoice.Tests.Sandbox.Images;

/// <summary>Reads a PNG of one bit a pixel, checking every chunk's sum.</summary>
internal static class PngReader
{
    public static DecodedPicture Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        List<(string Type, byte[] Data)> chunks = ReadChunks(file);
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        byte[] header = chunks[0].Data;
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        Assert.Equal([1, 0, 0, 0, 0], header[8..]);
        // ZLibStream checks the envelope's sum.
        using ZLibStream inflate = new(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        byte[] rows = new byte[height * (1 + (width + 7) / 8)];
        inflate.ReadExactly(rows);
        Assert.Equal(-1, inflate.ReadByte());
        return new DecodedPicture(width, height, Unpack(rows, width, height));
    }

    private static List<(string Type, byte[] Data)> ReadChunks(byte[] file)
    {
        List<(string Type, byte[] Data)> chunks = [];
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            uint crc = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length));
            Assert.Equal(Crc32(file.AsSpan(at + 4, length + 4)), crc);
            chunks.Add((Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }
        return chunks;
    }

    /// <summary>Bit by bit, as the specification defines it.</summary>
    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = crc >> 1 ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
        }
        return ~crc;
    }

    private static byte[] Unpack(byte[] rows, int width, int height)
    {
        int stride = rows.Length / height;
        Assert.All(Enumerable.Range(0, height), row => Assert.Equal(0, rows[row * stride]));
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.Length; i++)
        {
            int row = i / width * stride;
            bool white = (rows[row + 1 + i % width / 8] << i % width % 8 & 0x80) != 0;
            grey[i] = white ? (byte)255 : (byte)0;
        }
        return grey;
    }
}
