using System.Text.Json;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>JSON as bytes of UTF-8, from files and answers that nobody vouches for.</summary>
internal static class Utf8Json
{
    private const int MarkLength = 3;

    /// <summary>The text behind the byte order mark that editors on Windows put in front of UTF-8.</summary>
    internal static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) =>
        text.Length >= MarkLength && text.Span[0] == 0xEF && text.Span[1] == 0xBB && text.Span[2] == 0xBF ? text.Slice(MarkLength) : text;

    /// <summary>Parses an object.</summary>
    /// <returns>The document; null when the text is no JSON, or JSON of something else.</returns>
    internal static JsonDocument? ObjectOrNull(ReadOnlyMemory<byte> text, JsonDocumentOptions options = default)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(text, options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
