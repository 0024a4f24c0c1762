using System.Text;
using System.Text.Json;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>Reads answers that are nearly JSON: trailing commas and unquoted names, as the specification prints them (nic-rules 3.3).</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Parses a body.</summary>
    /// <returns>The document; null when the body is no JSON object even so.</returns>
    internal static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte> text = Utf8Json.WithoutByteOrderMark(body);
        return Utf8Json.ObjectOrNull(text, Options) ?? Utf8Json.ObjectOrNull(Encoding.UTF8.GetBytes(QuoteNames(Utf8Text(text))), Options);
    }

    internal static string Utf8Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    private static string QuoteNames(string text)
    {
        var quoted = new StringBuilder(text.Length + 64);
        bool inString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inString)
            {
                quoted.Append(c);
                if (c == '\\' && i + 1 < text.Length)
                    quoted.Append(text[++i]);
                else if (c == '"')
                    inString = false;
                continue;
            }
            int end = NameEnd(text, i);
            if (end > i)
            {
                quoted.Append('"').Append(text, i, end - i).Append('"');
                i = end - 1;
                continue;
            }
            inString = c == '"';
            quoted.Append(c);
        }
        return quoted.ToString();
    }

    // End of a bare name that a colon follows, or the start itself when there is none.
    private static int NameEnd(string text, int start)
    {
        if (!IsNameLetter(text[start]) || (start > 0 && IsNameLetter(text[start - 1])))
            return start;
        int end = start;
        while (end < text.Length && IsNameLetter(text[end]))
            end++;
        int next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next < text.Length && text[next] == ':' ? end : start;
    }

    private static bool IsNameLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';
}
