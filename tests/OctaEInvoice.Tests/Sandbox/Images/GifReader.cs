namespace OctaEInvoice.Tests.Sandbox.Images;

/// <summary>Reads a GIF of one picture and a global table of two greys.</summary>
internal static class GifReader
{
    public static DecodedPicture Read(byte[] file)
    {
        Assert.Equal("GIF89a"u8.ToArray(), file[..6]);
        int width = file[6] | file[7] << 8, height = file[8] | file[9] << 8;
        Assert.Equal(0x80, file[10]);
        byte[] table = file[13..19];
        Assert.Equal([0x2C, 0, 0, 0, 0, file[6], file[7], file[8], file[9], 0], file[19..29]);
        int codeSize = file[29];
        List<byte> data = [];
        int at = 30;
        for (; file[at] != 0; at += file[at] + 1)
            data.AddRange(file[(at + 1)..(at + 1 + file[at])]);
        Assert.Equal([0, 0x3B], file[at..]);
        byte[] grey = [.. Decompress([.. data], codeSize).Select(index => table[index * 3])];
        Assert.Equal(width * height, grey.Length);
        return new DecodedPicture(width, height, grey);
    }

    private static List<byte> Decompress(byte[] data, int codeSize)
    {
        int clear = 1 << codeSize, end = clear + 1;
        List<byte> pixels = [];
        List<byte[]> table = [];
        byte[]? previous = null;
        int width = codeSize + 1;
        int bit = 0;
        while (true)
        {
            int code = ReadBits(data, ref bit, width);
            if (code == end)
            {
                Assert.InRange(data.Length * 8 - bit, 0, 7);
                return pixels;
            }
            if (code == clear)
            {
                table = [.. Enumerable.Range(0, clear).Select(colour => new[] { (byte)colour }), [], []];
                width = codeSize + 1;
                previous = null;
                continue;
            }
            byte[] run = code < table.Count ? table[code] : [.. previous!, previous![0]];
            Assert.InRange(code, 0, table.Count);
            pixels.AddRange(run);
            if (previous is not null && table.Count < 4096)
                table.Add([.. previous, run[0]]);
            if (table.Count == 1 << width && width < 12)
                width++;
            previous = run;
        }
    }

    private static int ReadBits(byte[] data, ref int bit, int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++, bit++)
            value |= (data[bit / 8] >> bit % 8 & 1) << i;
        return value;
    }
}
