#if !NETFRAMEWORK
using System.Buffers;
#endif

namespace OctaEInvoice.Engine.Schema;

/// <summary>A stretch of characters of one class in a form: [0-9]{2}, or [^\\"]*.</summary>
internal sealed class TextRun(ulong low, ulong high, bool beyondAscii, int min, int max)
{
    // Codes 0 to 31 and 127: NIC's parser takes none of them.
    private const ulong LowControls = 0xFFFFFFFFUL;
    private const ulong HighControls = 1UL << 63;

    private readonly ulong low = low & ~LowControls;
    private readonly ulong high = high & ~HighControls;
#if !NETFRAMEWORK
    private readonly SearchValues<char> ascii = AsciiOf(low & ~LowControls, high & ~HighControls);
#endif

    internal bool IsOfFixedLength => min == max;

    internal TextRun Counted(int minCount, int maxCount) => new(low, high, beyondAscii, minCount, maxCount);

    internal bool SharesWith(TextRun other) =>
        (low & other.low) != 0 || (high & other.high) != 0 || (beyondAscii && other.BeyondAscii);

    private bool BeyondAscii => beyondAscii;

    /// <summary>Moves over as many characters as belong to the run.</summary>
    /// <returns>False when they are too few.</returns>
    internal bool Take(string text, ref int position)
    {
        int start = position;
        int end = max > text.Length - start ? text.Length : start + max;
        int at = SkipAscii(text, start, end);
        while (at < end)
        {
            char c = text[at];
            if (c < 128 ? IsInClass(c) : beyondAscii && c >= 160 && !char.IsSurrogate(c))
                at++;
            else if (beyondAscii && at + 1 < end && char.IsSurrogatePair(c, text[at + 1]))
                at += 2;
            else
                break;
        }
        position = at;
        return at - start >= min;
    }

#if NETFRAMEWORK
    private static int SkipAscii(string text, int start, int end) => start;
#else
    // Most texts are ASCII to their end: many characters at once.
    private int SkipAscii(string text, int start, int end)
    {
        int skipped = text.AsSpan(start, end - start).IndexOfAnyExcept(ascii);
        return skipped < 0 ? end : start + skipped;
    }

    private static SearchValues<char> AsciiOf(ulong low, ulong high)
    {
        var characters = new List<char>(128);
        for (char c = (char)0; c < 128; c++)
            if (((c < 64 ? low >> c : high >> (c - 64)) & 1) != 0)
                characters.Add(c);
        return SearchValues.Create([.. characters]);
    }
#endif

    private bool IsInClass(char c) => ((c < 64 ? low >> c : high >> (c - 64)) & 1) != 0;
}
