using System.Text;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer text, as .NET has it.</summary>
internal static class TextMembers
{
    extension(string text)
    {
        internal static string Join<T>(char separator, IEnumerable<T> parts) => string.Join(separator.ToString(), parts);

        internal bool StartsWith(char first) => text.Length > 0 && text[0] == first;

        internal bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

        internal int IndexOf(char character, StringComparison comparison) => text.IndexOf(character.ToString(), comparison);

        internal string Replace(string old, string by, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, by) : throw new NotSupportedException();

        internal string ReplaceLineEndings(string by) => Regex.Replace(text, "\r\n|[\r\n\f\u0085\u2028\u2029]", by);

        internal string[] Split(string separator) => text.Split([separator], StringSplitOptions.None);

        internal string[] Split(char separator, StringSplitOptions options)
        {
            string[] parts = text.Split(separator);
            if ((options & StringSplitOptions.TrimEntries) != 0)
                parts = [.. parts.Select(part => part.Trim())];
            return (options & StringSplitOptions.RemoveEmptyEntries) != 0 ? [.. parts.Where(part => part.Length > 0)] : parts;
        }
    }

    extension(StringSplitOptions)
    {
        internal static StringSplitOptions TrimEntries => (StringSplitOptions)2;
    }

    extension(Encoding encoding)
    {
        internal static Encoding Latin1 => Encoding.GetEncoding(28591);

        internal string GetString(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
    }

    extension(Convert)
    {
        internal static string ToHexString(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace("-", "");

        internal static string ToBase64String(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes.ToArray());
    }
}
