using System.Security.Cryptography;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>SHA-256 on both frameworks.</summary>
internal static class Sha256
{
    private const string HexDigits = "0123456789abcdef";

    /// <summary>The hash.</summary>
    internal static byte[] Of(byte[] bytes)
    {
#if NETFRAMEWORK
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#else
        return SHA256.HashData(bytes);
#endif
    }

    /// <summary>The hash as 64 lower-case hexadecimal digits.</summary>
    internal static string HexOf(byte[] bytes)
    {
        byte[] hash = Of(bytes);
        char[] digits = new char[hash.Length * 2];
        for (int i = 0; i < hash.Length; i++)
        {
            digits[2 * i] = HexDigits[hash[i] >> 4];
            digits[(2 * i) + 1] = HexDigits[hash[i] & 15];
        }
        return new string(digits);
    }
}
