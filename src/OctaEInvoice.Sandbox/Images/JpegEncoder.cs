namespace OctaEInvoice.Sandbox.Images;

/// <summary>Writes a black and white picture as a baseline greyscale JPEG (ITU T.81).</summary>
/// <remarks>
/// The code tables are not the specification's examples but ones for this kind of picture, where most blocks equal the one before:
/// the commonest symbol has one bit, all others one length. Every decoder reads its tables from the file.
/// </remarks>
internal sealed class JpegEncoder
{
    private const int BlockSide = 8;
    private const byte EndOfBlock = 0x00;
    private const byte SixteenZeros = 0xF0;

    /// <summary>Divides a block's mean so that black and white come back exactly.</summary>
    private const byte MeanStep = 8;

    /// <summary>Divides all other coefficients: edges blur by a few of 255 grey levels.</summary>
    private const byte DetailStep = 32;

    private static readonly JpegCodes MeanCodes = new(0, Enumerable.Range(1, 11).Select(size => (byte)size));
    private static readonly JpegCodes DetailCodes = new(EndOfBlock, DetailSymbols());

    private readonly BilevelImage image;
    private readonly JpegBitWriter bits;
    private readonly Dictionary<ulong, int[]> blocks = [];
    private readonly Stream file;

    private JpegEncoder(BilevelImage image, Stream file)
    {
        this.image = image;
        this.file = file;
        bits = new JpegBitWriter(file);
    }

    /// <summary>The file's bytes.</summary>
    internal static byte[] Encode(BilevelImage image)
    {
        using MemoryStream file = new();
        JpegEncoder encoder = new(image, file);
        encoder.WriteHeader();
        encoder.WriteBlocks();
        return file.ToArray();
    }

    /// <summary>A run of zeros in the upper four bits, the size of the coefficient after it in the lower four; and sixteen zeros.</summary>
    private static IEnumerable<byte> DetailSymbols()
    {
        for (int run = 0; run < 16; run++)
        {
            for (int size = 1; size <= 10; size++)
                yield return (byte)(run << 4 | size);
        }
        yield return SixteenZeros;
    }

    private void WriteHeader()
    {
        file.Write([0xFF, 0xD8], 0, 2);
        WriteSegment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        byte[] steps = [0, MeanStep, .. Enumerable.Repeat(DetailStep, BlockSide * BlockSide - 1)];
        WriteSegment(0xDB, steps);
        byte[] frame = [8, (byte)(image.Height >> 8), (byte)image.Height, (byte)(image.Width >> 8), (byte)image.Width, 1, 1, 0x11, 0];
        WriteSegment(0xC0, frame);
        WriteSegment(0xC4, [0x00, .. MeanCodes.Describe()]);
        WriteSegment(0xC4, [0x10, .. DetailCodes.Describe()]);
        WriteSegment(0xDA, [1, 1, 0x00, 0, 63, 0]);
    }

    private void WriteSegment(byte marker, byte[] content)
    {
        int length = content.Length + 2;
        file.Write([0xFF, marker, (byte)(length >> 8), (byte)length], 0, 4);
        file.Write(content, 0, content.Length);
    }

    private void WriteBlocks()
    {
        int previousMean = 0;
        for (int y = 0; y < image.Height; y += BlockSide)
        {
            for (int x = 0; x < image.Width; x += BlockSide)
            {
                int[] coefficients = Transform(x, y);
                WriteMean(coefficients[0] - previousMean);
                previousMean = coefficients[0];
                WriteDetails(coefficients);
            }
        }
        bits.Finish();
        file.Write([0xFF, 0xD9], 0, 2);
    }

    private void WriteMean(int difference)
    {
        int size = JpegBitWriter.SizeOf(difference);
        bits.WriteCode(MeanCodes, (byte)size);
        bits.WriteNumber(difference, size);
    }

    private void WriteDetails(int[] coefficients)
    {
        int zeros = 0;
        for (int i = 1; i < coefficients.Length; i++)
        {
            if (coefficients[i] == 0)
            {
                zeros++;
                continue;
            }
            for (; zeros >= 16; zeros -= 16)
                bits.WriteCode(DetailCodes, SixteenZeros);
            int size = JpegBitWriter.SizeOf(coefficients[i]);
            bits.WriteCode(DetailCodes, (byte)(zeros << 4 | size));
            bits.WriteNumber(coefficients[i], size);
            zeros = 0;
        }
        if (zeros > 0)
            bits.WriteCode(DetailCodes, EndOfBlock);
    }

    /// <summary>A block's coefficients in zigzag order, divided by their steps. A QR code has a handful of different blocks, so each is computed once.</summary>
    private int[] Transform(int left, int top)
    {
        ulong pattern = 0;
        for (int i = 0; i < BlockSide * BlockSide; i++)
        {
            // Beyond the picture's edge is white.
            int x = left + i % BlockSide, y = top + i / BlockSide;
            if (x < image.Width && y < image.Height && image[x, y])
                pattern |= 1UL << i;
        }
        if (!blocks.TryGetValue(pattern, out int[]? coefficients))
            blocks.Add(pattern, coefficients = JpegTransform.Apply(pattern, MeanStep, DetailStep));
        return coefficients;
    }
}
