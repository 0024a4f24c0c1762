using System.Text;
using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Engine.Journal;

/// <summary>A document key in 16 bytes, so that a million of them fit in memory: the first half of its SHA-256.</summary>
internal readonly record struct KeyDigest(long First, long Second)
{
    internal static KeyDigest Of(DocumentKey key)
    {
        byte[] hash = Sha256.Of(Encoding.UTF8.GetBytes(key.ToString()));
        return new KeyDigest(BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }
}
