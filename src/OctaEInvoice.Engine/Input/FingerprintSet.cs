namespace OctaEInvoice.Engine.Input;

/// <summary>Fingerprints of documents, some 20 to 40 bytes each.</summary>
/// <remarks>
/// Many small sets instead of a large one: they grow one by one, so that a million documents never need the room of the old and the
/// new set at once.
/// </remarks>
internal sealed class FingerprintSet
{
    private const int Sets = 64;

    private readonly HashSet<long>[] sets = [.. Enumerable.Range(0, Sets).Select(_ => new HashSet<long>())];

    internal void Add(long fingerprint) => SetOf(fingerprint).Add(fingerprint);

    internal bool Contains(long fingerprint) => SetOf(fingerprint).Contains(fingerprint);

    private HashSet<long> SetOf(long fingerprint) => sets[fingerprint & (Sets - 1)];
}
