namespace OctaEInvoice.Engine.Input;

/// <summary>Gathers rows to documents until the input ends; rows of one document need not be adjacent.</summary>
/// <remarks>
/// Nothing may be sent before the input ends: a row that belongs to a document which was registered without it could not be added
/// any more, and the document's number could not be used again.
/// </remarks>
internal sealed class RowGatherer(string? sellerGstin)
{
    private readonly Dictionary<RowKey, RowGroup> byKey = [];
    private readonly Dictionary<string, List<RowGroup>> byNumber = new(StringComparer.Ordinal);
    private readonly List<RowGroup> inOrder = [];
    private RowGroup? last;

    internal void Add(GivenRow row)
    {
        RowKey key = RowKey.Of(row, sellerGstin);
        if (key.Number is null)
        {
            (last ??= NewGroup(key)).AddKeyless(row);
            return;
        }
        if (!byKey.TryGetValue(key, out last))
        {
            last = NewGroup(key);
            byKey.Add(key, last);
            if (!byNumber.TryGetValue(key.Number, out List<RowGroup>? namesakes))
                byNumber.Add(key.Number, namesakes = new List<RowGroup>(1));
            namesakes.Add(last);
        }
        last.Rows.Add(row);
    }

    /// <summary>The documents, in the order of their first rows.</summary>
    internal IEnumerable<RowGroup> Complete()
    {
        bool isJoined = false;
        foreach (List<RowGroup> namesakes in byNumber.Values)
            if (namesakes.Count > 1)
                isJoined |= Join(namesakes);
        inOrder.RemoveAll(group => group.Rows.Count == 0);
        if (isJoined)
            inOrder.Sort((first, second) => first.Rows[0].Number.CompareTo(second.Rows[0].Number));
        return inOrder;
    }

    // A row whose date, type or seller is not known may be a line of any document with its number: none of them may go without it.
    private static bool Join(List<RowGroup> namesakes)
    {
        bool isJoined = false;
        var documents = new List<RowGroup>(namesakes.Count);
        foreach (RowGroup group in namesakes.OrderByDescending(group => group.Key.KnownParts))
        {
            List<RowGroup> candidates = documents.FindAll(document => document.Key.MayBe(group.Key));
            if (candidates.Count == 0)
            {
                documents.Add(group);
                continue;
            }
            foreach (RowGroup candidate in candidates)
                candidate.Join(group);
            group.Clear();
            isJoined = true;
        }
        return isJoined;
    }

    private RowGroup NewGroup(RowKey key)
    {
        var group = new RowGroup(key);
        inOrder.Add(group);
        return group;
    }
}
