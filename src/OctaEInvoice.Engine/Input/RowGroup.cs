namespace OctaEInvoice.Engine.Input;

/// <summary>The rows of one document.</summary>
internal sealed class RowGroup(RowKey key)
{
    private List<GivenRow>? keylessRows;

    /// <summary>What the rows say together of the document.</summary>
    internal RowKey Key { get; private set; } = key;

    internal List<GivenRow> Rows { get; } = new(1);

    /// <summary>Rows without a document number that follow rows of this document: whether they belong to it can't be known.</summary>
    internal IReadOnlyList<GivenRow> KeylessRows => (IReadOnlyList<GivenRow>?)keylessRows ?? [];

    internal void Add(GivenRow row, RowKey key)
    {
        Rows.Add(row);
        Key = Key.With(key);
    }

    /// <summary>Takes a row without a number; where there is no document before it, it stands for one itself.</summary>
    internal void AddKeyless(GivenRow row) => (Rows.Count == 0 ? Rows : keylessRows ??= []).Add(row);

    /// <summary>Takes the rows of another group as well, in the order of the input.</summary>
    internal void Join(RowGroup other)
    {
        Key = Key.With(other.Key);
        Rows.AddRange(other.Rows);
        Rows.Sort((first, second) => first.Number.CompareTo(second.Number));
        if (other.keylessRows is not null)
            (keylessRows ??= []).AddRange(other.keylessRows);
    }

    /// <summary>Gives its rows up, which have joined other groups.</summary>
    internal void Clear()
    {
        Rows.Clear();
        keylessRows = null;
    }
}
