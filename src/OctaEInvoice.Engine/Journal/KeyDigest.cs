using System.Security.Cryptography;
using System.Text;
using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Engine.Journal;

/// <summary>A document key in 16 bytes, so that a million of them fit in memory: the first half of its SHA-256.</summary>
internal readonly record struct KeyDigest(long First, long Second)
{
    internal static KeyDigest Of(DocumentKey key)
    {
        byte[] hash = Hash(Encoding.UTF8.GetBytes(key.ToString()));
        return new KeyDigest(BitConverter.ToInt64(hash, 0), BitConverter.ToInt64(hash, 8));
    }

    /// <summary>SHA-256 as 64 lower-case hexadecimal digits.</summary>
    internal static string HexOf(byte[] bytes)
    {
        byte[] hash = Hash(bytes);
        var text = new StringBuilder(hash.Length * 2);
        foreach (byte part in hash)
            text.Append(part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static byte[] Hash(byte[] bytes)
    {
#if NETFRAMEWORK
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#else
        return SHA256.HashData(bytes);
#endif
    }
}
