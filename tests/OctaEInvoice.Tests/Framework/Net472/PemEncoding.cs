namespace System.Security.Cryptography;

internal static class PemEncoding
{
    internal static string WriteString(string label, byte[] der) =>
        $"-----BEGIN {label}-----\n{Convert.ToBase64String(der, Base64FormattingOptions.None).Chunk(64).Aggregate("", (lines, line) => lines + new string(line) + "\n")}-----END {label}-----";
}
