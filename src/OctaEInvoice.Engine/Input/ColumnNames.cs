using System.Globalization;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Finds the field that a column's name means: its friendly name or NIC's path, numbered where a document can hold several.</summary>
internal static class ColumnNames
{
    private const int MaxEntries = 100;

    private static readonly Dictionary<string, FieldFacts> ByFriendlyName = FriendlyIndex();
    private static readonly Dictionary<string, FieldFacts> ByNicPath = PathIndex();

    /// <summary>The field of a name; blanks, underscores, hyphens and letter case don't count.</summary>
    /// <param name="name">For example HsnCode, Hsn Code, ItemList.HsnCd, AttributeName2.</param>
    /// <param name="map">The user's own names, or null.</param>
    /// <returns>The field and which entry of its list; null when no field has that name.</returns>
    public static FoundColumn? Find(string name, ColumnMap? map = null)
    {
        if (map?.FieldOf(name) is string mapped && Find(mapped) is FoundColumn own)
            return own with { FoundBy = ColumnSource.Map };
        string plain = Plain(name);
        return Find(plain, ByFriendlyName, ColumnSource.FriendlyName) ?? Find(plain, ByNicPath, ColumnSource.NicPath);
    }

    /// <summary>The friendly name nearest to a misspelt one.</summary>
    /// <param name="name">The misspelt name.</param>
    /// <returns>A friendly name, or null when none is near.</returns>
    public static string? Nearest(string name) => Spelling.Nearest(name, FriendlyNames());

    /// <summary>True for a field of which one document or line can hold several: its columns may be numbered.</summary>
    /// <param name="facts">The field.</param>
    public static bool IsNumbered(FieldFacts facts) => facts.Path.LastIndexOf("[]", StringComparison.Ordinal) > "ItemList".Length;

    private static IEnumerable<string> FriendlyNames()
    {
        foreach (FieldFacts facts in FieldTable.All)
            yield return facts.Column;
    }

    private static FoundColumn? Find(string plain, Dictionary<string, FieldFacts> index, ColumnSource source)
    {
        if (index.TryGetValue(plain, out FieldFacts? facts))
            return new FoundColumn(facts, 0, source);
        int end = plain.Length;
        while (end > 0 && plain[end - 1] is >= '0' and <= '9')
            end--;
        if (end == plain.Length || !index.TryGetValue(plain.Substring(0, end), out facts) || !IsNumbered(facts))
            return null;
        return int.TryParse(plain.Substring(end), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MaxEntries
            ? new FoundColumn(facts, number - 1, source)
            : null;
    }

    private static Dictionary<string, FieldFacts> FriendlyIndex()
    {
        var index = new Dictionary<string, FieldFacts>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldFacts facts in FieldTable.All)
            index.Add(Plain(facts.Column), facts);
        return index;
    }

    private static Dictionary<string, FieldFacts> PathIndex()
    {
        var index = new Dictionary<string, FieldFacts>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldFacts facts in FieldTable.All)
        {
            index.Add(Plain(facts.Path), facts);
            int dot = facts.Path.LastIndexOf('.');
            foreach (string alias in facts.Aliases)
                index.Add(Plain(facts.Path.Substring(0, dot + 1) + alias), facts);
        }
        return index;
    }

    private static string Plain(string name) => name.Trim().Replace("[]", "").Replace(" ", "").Replace("_", "").Replace("-", "");
}

/// <summary>The field that a column's name means, into which the column's cells go.</summary>
/// <param name="Facts">The field.</param>
/// <param name="Entry">Entry of the field's list, from 0.</param>
/// <param name="FoundBy">What the name was found by.</param>
internal sealed record FoundColumn(FieldFacts Facts, int Entry, ColumnSource FoundBy)
{
    private readonly FieldAccess<OctaInvoice>? header = Facts.IsOfItem ? null : InvoiceFields.OfHeader[Facts.Path];
    private readonly FieldAccess<InvoiceItem>? line = Facts.IsOfItem ? InvoiceFields.OfLine[Facts.Path] : null;

    /// <summary>True for a field of a line; other cells go into the document.</summary>
    internal bool IsOfLine => line is not null;

    /// <summary>Puts a cell into the line.</summary>
    internal void Set(InvoiceItem item, GivenValue value, Place place, IssueList issues) => line!.Set(item, Entry, value, place, issues);

    /// <summary>Puts a cell into the document.</summary>
    internal void Set(OctaInvoice invoice, GivenValue value, Place place, IssueList issues) => header!.Set(invoice, Entry, value, place, issues);

    /// <summary>The document's value in its one form, to compare two rows.</summary>
    internal string? Text(OctaInvoice invoice) => header!.Text(invoice, Entry);
}

/// <summary>What a column was found by; the first of these wins where several columns give one field.</summary>
internal enum ColumnSource
{
    /// <summary>The user's column map.</summary>
    Map,

    /// <summary>The friendly name.</summary>
    FriendlyName,

    /// <summary>NIC's path, or the specification's variant of it.</summary>
    NicPath,
}
