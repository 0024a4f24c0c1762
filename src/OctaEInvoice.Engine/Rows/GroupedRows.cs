using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Streams documents out of rows whose documents stand one after another (-Grouped); remembers 12 bytes a document to notice a late row.</summary>
internal sealed class GroupedRows(string? sellerGstin)
{
    private readonly HashSet<long> finished = [];
    private readonly HashSet<int> finishedNumbers = [];
    private RowGroup? current;

    /// <summary>Takes a row; gives the document before it when the row begins another one.</summary>
    /// <exception cref="LateRowException">The row belongs to a document that was handed on before. The document in hand is kept for <see cref="Complete"/>.</exception>
    internal RowGroup? Add(GivenRow row)
    {
        RowKey key = RowKey.Of(row, sellerGstin);
        if (key.Number is null)
        {
            (current ??= new RowGroup(key)).AddKeyless(row);
            return null;
        }
        if (current?.Key.MayBe(key) == true)
        {
            current.Add(row, key);
            return null;
        }
        if (IsLate(key))
            throw new LateRowException(row.Number, key.Number, key.Document is DocumentKey late ? IrnHash.Compute(late) : null);
        RowGroup? complete = Complete();
        current = new RowGroup(key);
        current.Add(row, key);
        return complete;
    }

    /// <summary>The last document, when the input ends.</summary>
    internal RowGroup? Complete()
    {
        RowGroup? complete = current;
        if (complete?.Key.Number is string number)
        {
            finished.Add(Fingerprint(complete.Key));
            finishedNumbers.Add(number.GetHashCode());
        }
        current = null;
        return complete;
    }

    // A row without readable type and date may belong to any document with its number.
    private bool IsLate(RowKey key) =>
        finished.Contains(Fingerprint(key))
        || ((key.Type is null || key.FinancialYear is null) && finishedNumbers.Contains(key.Number!.GetHashCode()));

    // 64 bits of a good hash: among a million documents a false alarm has a chance of one in some forty million.
    private static long Fingerprint(RowKey key)
    {
        ulong hash = 14695981039346656037;
        hash = With(With(With(With(hash, key.Seller), key.FinancialYear), key.Type), key.Number);
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return unchecked((long)(hash ^ (hash >> 29)));
    }

    private static ulong With(ulong hash, string? part)
    {
        const ulong prime = 1099511628211;
        foreach (char c in part ?? "")
            hash = (hash ^ c) * prime;
        return (hash ^ '|') * prime;
    }
}
