using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Input;

/// <summary>Streams documents out of rows whose documents stand one after another (-Grouped); remembers a fingerprint of each to notice a late row.</summary>
internal sealed class GroupedRows(string? sellerGstin)
{
    private readonly FingerprintSet finished = new();

    // Seller, type and year of the finished documents, without their numbers: a handful, however many documents there are.
    private readonly HashSet<RowKey> kinds = [];
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
        if (complete?.Key.Number is not null)
        {
            finished.Add(Fingerprint(complete.Key));
            kinds.Add(complete.Key with { Number = null });
        }
        current = null;
        return complete;
    }

    // A row whose seller, type or date can't be read may belong to any document with its number.
    private bool IsLate(RowKey key)
    {
        if (finished.Contains(Fingerprint(key)))
            return true;
        if (key.Document is not null)
            return false;
        RowKey kind = key with { Number = null };
        foreach (RowKey known in kinds)
            if (known.MayBe(kind) && finished.Contains(Fingerprint(known with { Number = key.Number })))
                return true;
        return false;
    }

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
