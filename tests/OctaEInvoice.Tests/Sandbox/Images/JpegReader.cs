namespace OctaEInvoice.Tests.Sandbox.Images;

/// <summary>Reads a baseline JPEG of one component, with the tables that the file brings.</summary>
internal sealed class JpegReader
{
    // By position and frequency.
    private static readonly double[,] Basis = MakeBasis();

    private readonly Dictionary<int, Dictionary<(int Length, int Code), byte>> tables = [];
    private readonly byte[] file;
    private readonly byte[] steps = new byte[64];
    private int width;
    private int height;
    private int at = 2;
    private int bit;

    private JpegReader(byte[] file) => this.file = file;

    public static DecodedPicture Read(byte[] file)
    {
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], file[..4]);
        Assert.Equal([0xFF, 0xD9], file[^2..]);
        JpegReader reader = new(file);
        while (reader.ReadSegment() != 0xDA)
        {
        }
        return reader.ReadScan();
    }

    private byte ReadSegment()
    {
        Assert.Equal(0xFF, file[at]);
        byte marker = file[at + 1];
        int length = file[at + 2] << 8 | file[at + 3];
        byte[] content = file[(at + 4)..(at + 2 + length)];
        at += 2 + length;
        if (marker == 0xDB)
            content.AsSpan(1, 64).CopyTo(steps);
        else if (marker == 0xC4)
            tables[content[0]] = ReadTable(content);
        else if (marker == 0xC0)
            (height, width) = (content[1] << 8 | content[2], content[3] << 8 | content[4]);
        return marker;
    }

    private static Dictionary<(int Length, int Code), byte> ReadTable(byte[] content)
    {
        Dictionary<(int Length, int Code), byte> table = [];
        int code = 0, symbol = 17;
        for (int length = 1; length <= 16; length++, code <<= 1)
        {
            for (int i = 0; i < content[length]; i++, code++)
            {
                Assert.NotEqual((1 << length) - 1, code);
                table.Add((length, code), content[symbol++]);
            }
        }
        Assert.Equal(content.Length, symbol);
        return table;
    }

    private DecodedPicture ReadScan()
    {
        byte[] grey = new byte[width * height];
        int mean = 0;
        for (int top = 0; top < height; top += 8)
        {
            for (int left = 0; left < width; left += 8)
                Draw(grey, left, top, ReadBlock(ref mean));
        }
        return new DecodedPicture(width, height, grey);
    }

    private double[] ReadBlock(ref int mean)
    {
        int[] zigzag = new int[64];
        mean += ReadNumber(ReadSymbol(0x00));
        zigzag[0] = mean;
        for (int i = 1; i < 64; i++)
        {
            byte symbol = ReadSymbol(0x10);
            if (symbol == 0)
                break;
            i += symbol >> 4;
            zigzag[i] = ReadNumber(symbol & 15);
        }
        double[] block = new double[64];
        (int x, int y) = (0, 0);
        for (int i = 0; i < 64; i++)
        {
            block[y * 8 + x] = zigzag[i] * steps[i];
            bool up = (x + y) % 2 == 0;
            if (up && x == 7) y++;
            else if (up && y == 0) x++;
            else if (!up && y == 7) x++;
            else if (!up && x == 0) y++;
            else (x, y) = up ? (x + 1, y - 1) : (x - 1, y + 1);
        }
        return block;
    }

    private void Draw(byte[] grey, int left, int top, double[] block)
    {
        int[] present = [.. Enumerable.Range(0, 64).Where(i => block[i] != 0)];
        for (int y = 0; y < 8 && top + y < height; y++)
        {
            for (int x = 0; x < 8 && left + x < width; x++)
            {
                double sum = 0;
                foreach (int i in present)
                    sum += block[i] * Basis[x, i % 8] * Basis[y, i / 8];
                grey[(top + y) * width + left + x] = (byte)Math.Clamp(Math.Round(sum / 4) + 128, 0, 255);
            }
        }
    }

    private static double[,] MakeBasis()
    {
        double[,] basis = new double[8, 8];
        for (int i = 0; i < 64; i++)
            basis[i / 8, i % 8] = (i % 8 == 0 ? Math.Sqrt(0.5) : 1) * Math.Cos((2 * (i / 8) + 1) * (i % 8) * Math.PI / 16);
        return basis;
    }

    private byte ReadSymbol(int table)
    {
        int code = 0;
        for (int length = 1; length <= 16; length++)
        {
            code = code << 1 | ReadBit();
            if (tables[table].TryGetValue((length, code), out byte symbol))
                return symbol;
        }
        throw new InvalidDataException("No such code.");
    }

    private int ReadNumber(int size)
    {
        int value = 0;
        for (int i = 0; i < size; i++)
            value = value << 1 | ReadBit();
        return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    private int ReadBit()
    {
        int value = file[at] >> (7 - bit) & 1;
        if (++bit == 8)
        {
            bit = 0;
            at += file[at] == 0xFF ? 2 : 1;
        }
        return value;
    }
}
