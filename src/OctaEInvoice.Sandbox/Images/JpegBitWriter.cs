namespace OctaEInvoice.Sandbox.Images;

/// <summary>Packs codes and numbers from the highest bit; a byte 0xFF gets a zero behind it, since it would begin a marker.</summary>
internal sealed class JpegBitWriter(Stream output)
{
    private int pendingBits;
    private int pendingCount;

    /// <summary>Bits that a number's magnitude takes; 0 for zero.</summary>
    internal static int SizeOf(int number)
    {
        int size = 0;
        for (int rest = Math.Abs(number); rest > 0; rest >>= 1)
            size++;
        return size;
    }

    internal void WriteCode(JpegCodes codes, byte symbol)
    {
        (int code, int length) = codes[symbol];
        Put(code, length);
    }

    /// <summary>A number in so many bits as its size says; a negative one as its ones' complement.</summary>
    internal void WriteNumber(int number, int size) => Put(number < 0 ? number + (1 << size) - 1 : number, size);

    /// <summary>Fills the last byte with ones.</summary>
    internal void Finish()
    {
        if (pendingCount > 0)
            Put((1 << (8 - pendingCount)) - 1, 8 - pendingCount);
    }

    private void Put(int bits, int count)
    {
        pendingBits = pendingBits << count | bits;
        pendingCount += count;
        while (pendingCount >= 8)
        {
            pendingCount -= 8;
            byte next = (byte)(pendingBits >> pendingCount);
            output.WriteByte(next);
            if (next == 0xFF)
                output.WriteByte(0);
        }
        pendingBits &= (1 << pendingCount) - 1;
    }
}
