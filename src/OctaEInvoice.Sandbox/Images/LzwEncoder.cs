namespace OctaEInvoice.Sandbox.Images;

/// <summary>GIF's compression of pixels of two colours: codes of growing width, packed from the lowest bit.</summary>
internal sealed class LzwEncoder
{
    private const int MaxWidth = 12;
    private const int MaxCodes = 1 << MaxWidth;

    private readonly Stream output;

    // The code of a known run followed by a white pixel is at twice the run's code, followed by a black one behind it; 0 when unknown.
    private readonly int[] longerRun = new int[MaxCodes * 2];
    private readonly int clearCode;
    private readonly int firstWidth;
    private int nextCode;
    private int width;
    private int pendingBits;
    private int pendingCount;

    private LzwEncoder(Stream output, int codeSize)
    {
        this.output = output;
        clearCode = 1 << codeSize;
        firstWidth = codeSize + 1;
        width = firstWidth;
    }

    /// <summary>The compressed pixels; true is colour 1.</summary>
    internal static byte[] Encode(ReadOnlySpan<bool> pixels, int codeSize)
    {
        using MemoryStream output = new();
        LzwEncoder encoder = new(output, codeSize);
        encoder.Clear();
        encoder.Write(pixels);
        return output.ToArray();
    }

    private void Write(ReadOnlySpan<bool> pixels)
    {
        int run = pixels[0] ? 1 : 0;
        foreach (bool pixel in pixels.Slice(1))
        {
            int colour = pixel ? 1 : 0;
            int longer = longerRun[run * 2 + colour];
            if (longer != 0)
            {
                run = longer;
                continue;
            }
            Put(run);
            Learn(run, colour);
            run = colour;
        }
        Put(run);
        GrowAsDecodersDo();
        Put(clearCode + 1);
        if (pendingCount > 0)
            output.WriteByte((byte)pendingBits);
    }

    private void Clear()
    {
        Put(clearCode);
        Array.Clear(longerRun, 0, longerRun.Length);
        nextCode = clearCode + 2;
        width = firstWidth;
    }

    private void Learn(int run, int colour)
    {
        if (nextCode == MaxCodes)
        {
            Clear();
            return;
        }
        longerRun[run * 2 + colour] = nextCode;
        if (nextCode == 1 << width)
            width++;
        nextCode++;
    }

    /// <summary>A decoder has learnt a code from the last run too and may have grown its width by it.</summary>
    private void GrowAsDecodersDo()
    {
        if (nextCode == 1 << width && width < MaxWidth)
            width++;
    }

    private void Put(int code)
    {
        pendingBits |= code << pendingCount;
        pendingCount += width;
        while (pendingCount >= 8)
        {
            output.WriteByte((byte)pendingBits);
            pendingBits >>= 8;
            pendingCount -= 8;
        }
    }
}
