namespace OctaEInvoice.Engine.Schema;

/// <summary>The form of a text, made once from the pattern in fields.json and matched by character classes: a document has some sixty texts.</summary>
/// <remarks>
/// Takes the part of regular expressions that the patterns use and refuses to be made of any other, so that a pattern never means less
/// than it says. Two things are beyond the pattern, since NIC refuses them in every field: control characters and half surrogate pairs.
/// </remarks>
internal sealed class TextForm
{
    private readonly TextRun[][] alternatives;
    private readonly bool refusesZeros;

    private TextForm(TextRun[][] alternatives, bool refusesZeros)
    {
        this.alternatives = alternatives;
        this.refusesZeros = refusesZeros;
    }

    /// <summary>Any text without the characters that NIC refuses.</summary>
    internal static TextForm Free { get; } = Compile("^[^\\\\\"]*$");

    /// <summary>Makes the form of a pattern.</summary>
    /// <exception cref="FormatException">The pattern uses something else than classes, counts, groups and alternatives.</exception>
    internal static TextForm Compile(string pattern)
    {
        const string notOnlyZeros = "^(?!0+$)";
        bool refusesZeros = pattern.StartsWith(notOnlyZeros, StringComparison.Ordinal);
        int start = refusesZeros ? notOnlyZeros.Length : 1;
        if (pattern.Length < 2 || pattern[0] != '^' || pattern[pattern.Length - 1] != '$')
            throw new FormatException($"The pattern {pattern} is not bound to the whole text.");
        return new TextForm(new TextPatternReader(pattern, start, pattern.Length - 1).Read(), refusesZeros);
    }

    internal bool Matches(string text)
    {
        foreach (TextRun[] runs in alternatives)
            if (Matches(runs, text))
                return !refusesZeros || !IsOnlyZeros(text);
        return false;
    }

    // Greedy without going back, which is exact: TextPatternReader refuses neighbours that share a character.
    private static bool Matches(TextRun[] runs, string text)
    {
        int position = 0;
        foreach (TextRun run in runs)
            if (!run.Take(text, ref position))
                return false;
        return position == text.Length;
    }

    private static bool IsOnlyZeros(string text)
    {
        foreach (char c in text)
            if (c != '0')
                return false;
        return true;
    }
}
