using System.Text;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>DER as text between labelled lines (RFC 7468). .NET Framework has none of it.</summary>
internal static class PemText
{
    private const int LineLength = 64;

    /// <summary>The text, its lines ended by line feeds.</summary>
    internal static string Encode(string label, byte[] der)
    {
        string base64 = Convert.ToBase64String(der);
        StringBuilder pem = new();
        pem.Append("-----BEGIN ").Append(label).Append("-----\n");
        for (int i = 0; i < base64.Length; i += LineLength)
            pem.Append(base64, i, Math.Min(LineLength, base64.Length - i)).Append('\n');
        return pem.Append("-----END ").Append(label).Append("-----\n").ToString();
    }

    /// <summary>The DER between the lines of a label; text around them is passed over.</summary>
    /// <returns>The bytes; null when the lines are missing, or what stands between isn't Base64.</returns>
    internal static byte[]? Decode(string label, string pem)
    {
        string begin = $"-----BEGIN {label}-----";
        int start = pem.IndexOf(begin, StringComparison.Ordinal);
        int end = start < 0 ? -1 : pem.IndexOf($"-----END {label}-----", start, StringComparison.Ordinal);
        if (end < 0)
            return null;
        start += begin.Length;
        return Base64.Decode(pem.Substring(start, end - start));
    }
}
