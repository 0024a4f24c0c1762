namespace OctaEInvoice.Engine.Errors;

/// <summary>PowerShell's wildcards (*, ?, [a-c]) without PowerShell, letter case ignored.</summary>
internal static class CodePattern
{
    private static readonly char[] Wildcards = ['*', '?', '['];

    internal static bool HasWildcards(string pattern) => pattern.IndexOfAny(Wildcards) >= 0;

    internal static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
                return MatchesRest(pattern.TrimStart('*'), text);
            if (text.IsEmpty)
                return false;
            int setEnd = pattern[0] == '[' ? pattern.IndexOf(']') : -1;
            bool matches = setEnd > 0 ? IsInSet(pattern.Slice(1, setEnd - 1), text[0]) : pattern[0] == '?' || Same(pattern[0], text[0]);
            if (!matches)
                return false;
            pattern = pattern.Slice(setEnd > 0 ? setEnd + 1 : 1);
            text = text.Slice(1);
        }
        return text.IsEmpty;
    }

    private static bool MatchesRest(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        for (int start = 0; start <= text.Length; start++)
            if (Matches(pattern, text.Slice(start)))
                return true;
        return false;
    }

    private static bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        for (int i = 0; i < set.Length; i++)
        {
            bool isRange = i + 2 < set.Length && set[i + 1] == '-';
            if (isRange && Upper(character) >= Upper(set[i]) && Upper(character) <= Upper(set[i + 2]))
                return true;
            if (!isRange && Same(set[i], character))
                return true;
            if (isRange)
                i += 2;
        }
        return false;
    }

    private static bool Same(char left, char right) => Upper(left) == Upper(right);

    private static char Upper(char character) => char.ToUpperInvariant(character);
}
