namespace OctaEInvoice.Engine.Schema;

/// <summary>Finds the known name nearest to a misspelt one.</summary>
internal static class Spelling
{
    /// <summary>The nearest name in any letter case, when it is near enough to be meant.</summary>
    internal static string? Nearest(string name, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known)
        {
            int distance = Distance(Letters(name), Letters(candidate));
            if (distance >= bestDistance)
                continue;
            best = candidate;
            bestDistance = distance;
        }
        return best;
    }

    private static string Letters(string name) => name.Replace(" ", "").Replace("_", "").Replace("-", "").Replace(".", "").ToUpperInvariant();

    // Levenshtein's distance by two rows.
    private static int Distance(string a, string b)
    {
        int[] previous = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
