using System.Globalization;
using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Finds the field that a column's name means: its friendly name or NIC's path, numbered where a document can hold several.</summary>
public static class ColumnNames
{
    private const int MostEntries = 100;

    private static readonly Dictionary<string, FieldFacts> ByName = Index();

    /// <summary>The field of a name; blanks, underscores, hyphens and letter case don't count.</summary>
    /// <param name="name">For example HsnCode, Hsn Code, ItemList.HsnCd, AttributeName2.</param>
    /// <returns>The field and which entry of its list, from 0; null when no field has that name.</returns>
    public static (FieldFacts Facts, int Entry)? Find(string name)
    {
        string plain = Plain(name);
        if (ByName.TryGetValue(plain, out FieldFacts? facts))
            return (facts, 0);
        int end = plain.Length;
        while (end > 0 && plain[end - 1] is >= '0' and <= '9')
            end--;
        if (end == plain.Length || !ByName.TryGetValue(plain.Substring(0, end), out facts) || !IsNumbered(facts))
            return null;
        return int.TryParse(plain.Substring(end), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MostEntries
            ? (facts, number - 1)
            : null;
    }

    /// <summary>The friendly name nearest to a misspelt one.</summary>
    /// <param name="name">The misspelt name.</param>
    /// <returns>A friendly name, or null when none is near.</returns>
    public static string? Nearest(string name) => Spelling.Nearest(name, FriendlyNames());

    /// <summary>True for a field of which one document or line can hold several: its columns may be numbered.</summary>
    /// <param name="facts">The field.</param>
    /// <returns>True when so.</returns>
    public static bool IsNumbered(FieldFacts facts) => facts.Path.LastIndexOf("[]", StringComparison.Ordinal) > "ItemList".Length;

    private static IEnumerable<string> FriendlyNames()
    {
        foreach (FieldFacts facts in FieldTable.All)
            yield return facts.Column;
    }

    private static Dictionary<string, FieldFacts> Index()
    {
        var index = new Dictionary<string, FieldFacts>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldFacts facts in FieldTable.All)
        {
            index[Plain(facts.Path)] = facts;
            int dot = facts.Path.LastIndexOf('.');
            foreach (string alias in facts.Aliases)
                index[Plain(facts.Path.Substring(0, dot + 1) + alias)] = facts;
        }
        foreach (FieldFacts facts in FieldTable.All)
            index[Plain(facts.Column)] = facts;
        return index;
    }

    private static string Plain(string name) => name.Trim().Replace("[]", "").Replace(" ", "").Replace("_", "").Replace("-", "");
}
