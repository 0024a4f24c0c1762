using System.Text.Json;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>All documents and e-way bills of the sandbox. Each change is checked and made under one lock: of many simultaneous registrations of one key exactly one wins.</summary>
/// <param name="log">Writes each change down before it counts; null for a sandbox that forgets.</param>
internal sealed class IrnRegister(IStateLog? log)
{
    // 15 digits: 1 for the portal, 1, the year, 1, and ten digits that count; 12 digits for e-way bills.
    private const long FirstAckNumber = 110_010_000_000_000;
    private const long AckNumbersAYear = 100_000_000_000;
    private const long FirstEwbNumber = 191_000_000_000;

    private static readonly TimeSpan CancelWindow = TimeSpan.FromHours(24);

    private readonly object gate = new();
    private readonly Dictionary<DocumentKey, IrnRecord> byKey = [];
    private readonly Dictionary<string, DocumentKey> keyOfIrn = new(StringComparer.Ordinal);
    private readonly Dictionary<long, DocumentKey> keyOfEwb = [];

    internal int Count
    {
        get
        {
            lock (gate)
                return byKey.Count;
        }
    }

    internal IReadOnlyList<SandboxDocument> Snapshot()
    {
        lock (gate)
            return [.. byKey.Values.Select(record => new SandboxDocument(record))];
    }

    internal IrnRecord? Find(DocumentKey key)
    {
        lock (gate)
            return byKey.TryGetValue(key, out IrnRecord? record) ? record : null;
    }

    internal IrnRecord? Find(string irn)
    {
        lock (gate)
            return keyOfIrn.TryGetValue(irn, out DocumentKey key) ? byKey[key] : null;
    }

    /// <summary>The document that an e-way bill was made for.</summary>
    internal IrnRecord? FindByEwb(long ewbNumber)
    {
        lock (gate)
            return keyOfEwb.TryGetValue(ewbNumber, out DocumentKey key) ? byKey[key] : null;
    }

    /// <summary>Registers a document whose key is free.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="document">The document as it was sent.</param>
    /// <param name="now">Moment of registration.</param>
    /// <param name="ewb">Terms of its e-way bill; null for none.</param>
    /// <param name="record">The new record; null when it is refused.</param>
    /// <returns>NIC's code of the refusal; null when it was registered.</returns>
    internal string? Register(DocumentKey key, JsonElement document, IndiaTime now, EwbTerms? ewb, out IrnRecord? record)
    {
        record = null;
        lock (gate)
        {
            if (byKey.TryGetValue(key, out IrnRecord? existing))
                return existing.IsActive ? "2150" : "2278";
            long ackNumber = FirstAckNumber + (now.ToDateTimeOffset().Year % 100 * AckNumbersAYear) + byKey.Count + 1;
            byte[] data = SignedTexts.Invoice(document, ackNumber, now, IrnHash.Compute(key));
            using JsonDocument invoice = JsonDocument.Parse(data);
            record = IrnRecord.Of(invoice.RootElement, data);
            if (ewb is not null)
                record = record with { Ewb = NextEwb(now, ewb) };
            log?.Registered(record);
            Put(record);
            return null;
        }
    }

    /// <summary>Cancels an IRN: within 24 hours, once, and not while its e-way bill is in force.</summary>
    /// <returns>NIC's code of the refusal; null when it was cancelled.</returns>
    internal string? CancelIrn(DocumentKey key, IndiaTime now)
    {
        lock (gate)
        {
            IrnRecord record = byKey[key];
            if (!record.IsActive)
                return "9999";
            if (IsOver(record.AckTime, now))
                return "2270";
            if (record.Ewb is { IsActive: true })
                return "2230";
            log?.IrnCancelled(record.Irn, now);
            Put(record with { CancelTime = now });
            return null;
        }
    }

    /// <summary>Makes the e-way bill of a document in force that has none in force.</summary>
    /// <returns>NIC's code of the refusal; null when it was made.</returns>
    internal string? AddEwb(DocumentKey key, IndiaTime now, EwbTerms terms, out EwbRecord? ewb)
    {
        ewb = null;
        lock (gate)
        {
            IrnRecord record = byKey[key];
            if (!record.IsActive)
                return "2286";
            if (record.Ewb is { IsActive: true })
                return "4002";
            ewb = NextEwb(now, terms);
            log?.EwbMade(record.Irn, ewb);
            Put(record with { Ewb = ewb });
            return null;
        }
    }

    /// <summary>Cancels an e-way bill: within 24 hours and once.</summary>
    /// <returns>NIC's code of the refusal; null when it was cancelled.</returns>
    internal string? CancelEwb(long ewbNumber, IndiaTime now)
    {
        lock (gate)
        {
            IrnRecord record = byKey[keyOfEwb[ewbNumber]];
            // One that isn't the document's latest was cancelled before.
            if (record.Ewb!.Number != ewbNumber || !record.Ewb.IsActive)
                return "4057";
            if (IsOver(record.Ewb.Time, now))
                return "4055";
            log?.EwbCancelled(ewbNumber, now);
            Put(record with { Ewb = record.Ewb with { CancelTime = now } });
            return null;
        }
    }

    /// <summary>Puts a record in the place of its earlier self, without writing it down.</summary>
    internal void Put(IrnRecord record)
    {
        lock (gate)
        {
            byKey[record.Key] = record;
            keyOfIrn[record.Irn] = record.Key;
            if (record.Ewb is not null)
                keyOfEwb[record.Ewb.Number] = record.Key;
        }
    }

    private static bool IsOver(IndiaTime since, IndiaTime now) => now.ToDateTimeOffset() - since.ToDateTimeOffset() > CancelWindow;

    private EwbRecord NextEwb(IndiaTime now, EwbTerms terms) => new() { Number = FirstEwbNumber + keyOfEwb.Count + 1, Time = now, Terms = terms };
}

/// <summary>Takes each change of the register, in order, before it counts. What it throws keeps the change from being made.</summary>
internal interface IStateLog
{
    void Registered(IrnRecord record);

    void IrnCancelled(string irn, IndiaTime time);

    void EwbMade(string irn, EwbRecord ewb);

    void EwbCancelled(long ewbNumber, IndiaTime time);
}
