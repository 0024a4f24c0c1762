using System.Text;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Journal;

/// <summary>Where in the journal the latest line of each document begins: some 40 to 70 bytes a document.</summary>
/// <remarks>
/// Many small tables instead of a large one: they grow one by one, so that a million documents never need the room of the old and
/// the new table at once.
/// </remarks>
internal sealed class LineIndex
{
    private const int Tables = 256;

    private readonly Dictionary<KeyDigest, long>[] tables = [.. Enumerable.Range(0, Tables).Select(_ => new Dictionary<KeyDigest, long>())];

    internal int Count { get; private set; }

    internal long this[KeyDigest digest]
    {
        set
        {
            Dictionary<KeyDigest, long> table = TableOf(digest);
            int before = table.Count;
            table[digest] = value;
            Count += table.Count - before;
        }
    }

    internal bool TryGetValue(KeyDigest digest, out long offset) => TableOf(digest).TryGetValue(digest, out offset);

    // A digest's bits are as good as random.
    private Dictionary<KeyDigest, long> TableOf(KeyDigest digest) => tables[digest.First & (Tables - 1)];
}

/// <summary>A document key in 16 bytes, so that a million of them fit in memory: the first half of its SHA-256.</summary>
internal readonly record struct KeyDigest(long First, long Second)
{
    internal static KeyDigest Of(DocumentKey key)
    {
        byte[] hash = Sha256.Of(Encoding.UTF8.GetBytes(key.ToString()));
        return new KeyDigest(BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }
}
