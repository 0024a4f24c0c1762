using System.Text;

namespace OctaEInvoice.Sandbox.Signing;

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
    /// <exception cref="FormatException">The lines are missing, or what stands between isn't Base64.</exception>
    internal static byte[] Decode(string label, string pem)
    {
        string begin = $"-----BEGIN {label}-----";
        int start = pem.IndexOf(begin, StringComparison.Ordinal);
        int end = start < 0 ? -1 : pem.IndexOf($"-----END {label}-----", start, StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException($"The text holds no PEM block labelled {label}.");
        start += begin.Length;
        return Convert.FromBase64String(pem.Substring(start, end - start));
    }
}
