using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>All documents and e-way bills of the sandbox. Each change is atomic: of many simultaneous registrations of one key exactly one wins.</summary>
internal sealed class IrnRegister
{
    // 15 digits: 1 for the portal, 1, the year, 1, and ten digits that count; 12 digits for e-way bills.
    private const long FirstAckNumber = 110_010_000_000_000;
    private const long AckNumbersAYear = 100_000_000_000;
    private const long FirstEwbNumber = 191_000_000_000;

    private readonly object gate = new();
    private readonly Dictionary<DocumentKey, IrnRecord> byKey = [];
    private readonly Dictionary<string, IrnRecord> byIrn = new(StringComparer.Ordinal);
    private long ackCount;
    private long ewbCount;

    internal int Count
    {
        get
        {
            lock (gate)
                return byKey.Count;
        }
    }

    /// <summary>Registers a document whose key is free.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">Moment of registration.</param>
    /// <param name="make">Makes the record of an acknowledgement number; called under the lock.</param>
    /// <param name="ewb">Terms of its e-way bill; null for none.</param>
    /// <param name="existing">The record that has the key already.</param>
    /// <returns>The new record; null when the key is taken.</returns>
    internal IrnRecord? Register(DocumentKey key, IndiaTime now, Func<long, IrnRecord> make, EwbTerms? ewb, out IrnRecord? existing)
    {
        lock (gate)
        {
            if (byKey.TryGetValue(key, out existing))
                return null;
            long ackNumber = FirstAckNumber + (now.ToDateTimeOffset().Year % 100 * AckNumbersAYear) + ++ackCount;
            IrnRecord record = make(ackNumber);
            byKey.Add(key, record);
            byIrn.Add(record.Irn, record);
            if (ewb is not null)
                record.Ewb = NewEwb(record, now, ewb);
            return record;
        }
    }

    internal IrnRecord? Find(DocumentKey key)
    {
        lock (gate)
            return byKey.TryGetValue(key, out IrnRecord? record) ? record : null;
    }

    internal IrnRecord? Find(string irn)
    {
        lock (gate)
            return byIrn.TryGetValue(irn, out IrnRecord? record) ? record : null;
    }

    internal IReadOnlyList<SandboxDocument> Snapshot()
    {
        lock (gate)
            return [.. byKey.Values.Select(record => new SandboxDocument(record))];
    }

    private EwbRecord NewEwb(IrnRecord record, IndiaTime now, EwbTerms terms) =>
        new() { Number = FirstEwbNumber + ++ewbCount, Irn = record.Irn, Time = now, ValidTill = terms.ValidTill };
}
