using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Gathers rows to documents until the input ends; rows of one document need not be adjacent.</summary>
/// <remarks>
/// Nothing may be sent before the end: a late row of a document that was sent already would come too late, its number burnt.
/// </remarks>
internal sealed class RowGathering(string? sellerGstin)
{
    private readonly Dictionary<DocumentKey, RowGroup> byKey = [];
    private readonly Dictionary<string, List<RowGroup>> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowGroup> withoutKey = new(StringComparer.Ordinal);
    private readonly List<RowGroup> inOrder = [];
    private RowGroup? last;

    internal void Add(GivenRow row)
    {
        RowKey key = RowKey.Of(row, sellerGstin);
        if (key.Number is null)
        {
            (last ?? NewGroup()).KeylessRows.Add(row);
            return;
        }
        last = key.Document is DocumentKey document ? GroupOf(document, key.Number) : GroupWithoutKey(key.Number);
        last.Rows.Add(row);
    }

    internal IEnumerable<RowGroup> Complete()
    {
        foreach (KeyValuePair<string, RowGroup> broken in withoutKey)
            JoinToNamesakes(broken.Key, broken.Value);
        foreach (RowGroup group in inOrder)
            if (group.Rows.Count + group.KeylessRows.Count > 0)
                yield return group;
    }

    // A row whose date or type can't be read may be a line of any document with its number: none of them may go without it.
    private void JoinToNamesakes(string number, RowGroup broken)
    {
        if (!byNumber.TryGetValue(number, out List<RowGroup>? namesakes))
            return;
        foreach (RowGroup namesake in namesakes)
        {
            namesake.Rows.AddRange(broken.Rows);
            namesake.KeylessRows.AddRange(broken.KeylessRows);
        }
        broken.Rows.Clear();
        broken.KeylessRows.Clear();
    }

    private RowGroup GroupOf(DocumentKey key, string number)
    {
        if (byKey.TryGetValue(key, out RowGroup? group))
            return group;
        group = NewGroup();
        byKey.Add(key, group);
        if (!byNumber.TryGetValue(number, out List<RowGroup>? namesakes))
            byNumber.Add(number, namesakes = new List<RowGroup>(1));
        namesakes.Add(group);
        return group;
    }

    private RowGroup GroupWithoutKey(string number)
    {
        if (withoutKey.TryGetValue(number, out RowGroup? group))
            return group;
        group = NewGroup();
        withoutKey.Add(number, group);
        return group;
    }

    private RowGroup NewGroup()
    {
        var group = new RowGroup();
        inOrder.Add(group);
        return last = group;
    }
}
