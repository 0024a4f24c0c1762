#if !NET9_0_OR_GREATER
namespace System.Buffers.Text;

/// <summary>What .NET 9 has of its own.</summary>
internal static class Base64Url
{
    internal static string EncodeToString(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    internal static byte[] DecodeFromChars(ReadOnlySpan<char> text)
    {
        string plain = text.ToString().Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(plain + new string('=', (4 - (plain.Length % 4)) % 4));
    }
}
#endif
