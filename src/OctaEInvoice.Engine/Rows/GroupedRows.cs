using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Streams documents out of rows whose documents stand one after another (-Grouped); remembers 8 bytes a document to notice a late row.</summary>
internal sealed class GroupedRows(string? sellerGstin)
{
    private readonly HashSet<long> finished = [];
    private RowGroup? current;
    private RowKey currentKey;

    /// <summary>Takes a row; gives the document before it when the row begins another one.</summary>
    /// <exception cref="LateRowException">The row belongs to a document that was handed on before.</exception>
    internal RowGroup? Add(GivenRow row)
    {
        RowKey key = RowKey.Of(row, sellerGstin);
        if (key.Number is null)
        {
            (current ??= new RowGroup()).KeylessRows.Add(row);
            return null;
        }
        if (current is not null && IsSame(key))
        {
            current.Rows.Add(row);
            if (currentKey.Document is null)
                currentKey = key;
            return null;
        }
        RowGroup? complete = Complete();
        if (finished.Contains(Fingerprint(key)))
            throw new LateRowException(row.Number, key.Number, key.Document is DocumentKey late ? IrnHash.Compute(late) : null);
        current = new RowGroup();
        current.Rows.Add(row);
        currentKey = key;
        return complete;
    }

    /// <summary>The last document, when the input ends.</summary>
    internal RowGroup? Complete()
    {
        RowGroup? complete = current;
        if (complete is not null && currentKey.Number is not null)
            finished.Add(Fingerprint(currentKey));
        current = null;
        currentKey = default;
        return complete;
    }

    private bool IsSame(RowKey key) =>
        key.Document is null || currentKey.Document is null ? key.Number == currentKey.Number : key.Document == currentKey.Document;

    // 64 bits of a good hash: among a million documents a false alarm has a chance of one in some forty million.
    private static long Fingerprint(RowKey key)
    {
        string text = key.Document?.ToString() ?? key.Number!;
        ulong hash = 14695981039346656037;
        foreach (char c in text)
            hash = (hash ^ c) * 1099511628211;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return unchecked((long)(hash ^ (hash >> 29)));
    }
}
