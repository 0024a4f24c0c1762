namespace OctaEInvoice.Engine.Fields;

/// <summary>A stretch of characters of one class in a form: [0-9]{2}, or [^\\"]*.</summary>
internal sealed class TextRun(ulong low, ulong high, bool beyondAscii, int min, int max)
{
    // Codes 0 to 31 and 127: NIC's parser takes none of them.
    private const ulong LowControls = 0xFFFFFFFFUL;
    private const ulong HighControls = 1UL << 63;

    private readonly ulong low = low & ~LowControls;
    private readonly ulong high = high & ~HighControls;

    internal bool IsOfFixedLength => min == max;

    internal TextRun Counted(int least, int most) => new(low, high, beyondAscii, least, most);

    internal bool SharesWith(TextRun other) =>
        (low & other.low) != 0 || (high & other.high) != 0 || (beyondAscii && other.BeyondAscii);

    private bool BeyondAscii => beyondAscii;

    /// <summary>Moves over as many characters as belong to the run.</summary>
    /// <returns>False when they are too few.</returns>
    internal bool Take(string text, ref int position)
    {
        int start = position;
        int end = max > text.Length - start ? text.Length : start + max;
        while (position < end)
        {
            char c = text[position];
            if (c < 128 ? IsInClass(c) : beyondAscii && c >= 160 && !char.IsSurrogate(c))
                position++;
            else if (beyondAscii && position + 1 < end && char.IsSurrogatePair(c, text[position + 1]))
                position += 2;
            else
                break;
        }
        return position - start >= min;
    }

    private bool IsInClass(char c) => ((c < 64 ? low >> c : high >> (c - 64)) & 1) != 0;
}
