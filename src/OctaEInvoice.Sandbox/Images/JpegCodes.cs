namespace OctaEInvoice.Sandbox.Images;

/// <summary>A Huffman table: one bit for the commonest symbol, one length for all others.</summary>
internal sealed class JpegCodes
{
    private const int MaxLength = 16;

    private readonly byte[] symbols;
    private readonly int longLength;
    private readonly int[] indexOf = new int[256];

    internal JpegCodes(byte commonest, IEnumerable<byte> others)
    {
        symbols = [commonest, .. others];
        // A code of ones only is not allowed, so the long codes must leave one unused.
        longLength = 2;
        while ((1 << (longLength - 1)) - 1 < symbols.Length - 1)
            longLength++;
        for (int i = 0; i < symbols.Length; i++)
            indexOf[symbols[i]] = i;
    }

    /// <summary>How many codes there are of each length, 1 to 16, and then the symbols in the order of their codes.</summary>
    internal byte[] Describe()
    {
        byte[] counts = new byte[MaxLength];
        counts[0] = 1;
        counts[longLength - 1] = (byte)(symbols.Length - 1);
        return [.. counts, .. symbols];
    }

    /// <summary>A symbol's code and its length in bits.</summary>
    internal (int Code, int Length) this[byte symbol]
    {
        get
        {
            int index = indexOf[symbol];
            // The first long code follows the short one, 0, by a one and zeros.
            return index == 0 ? (0, 1) : ((1 << (longLength - 1)) + index - 1, longLength);
        }
    }
}
