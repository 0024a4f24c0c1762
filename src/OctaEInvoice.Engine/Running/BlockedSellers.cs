using System.Collections.Concurrent;

namespace OctaEInvoice.Engine.Running;

/// <summary>The sellers that NIC blocks for many faulty requests (3096); nothing more is sent for them.</summary>
internal sealed class BlockedSellers
{
    private readonly ConcurrentDictionary<string, byte> gstins = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers a seller.</summary>
    /// <returns>False when it was known already.</returns>
    internal bool Add(string gstin) => gstins.TryAdd(gstin, 0);

    internal bool Contains(string? gstin) => gstin is not null && !gstins.IsEmpty && gstins.ContainsKey(gstin);
}
