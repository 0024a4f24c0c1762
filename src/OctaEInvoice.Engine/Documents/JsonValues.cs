using System.Text;
using System.Text.Json;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Reads single JSON values as a user gave them.</summary>
internal static class JsonValues
{
    private const char Lost = '\uFFFD';

    internal static GivenValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => GivenValue.FromText(Text(ref reader)),
        JsonTokenType.True => GivenValue.FromFlag(true),
        JsonTokenType.False => GivenValue.FromFlag(false),
        JsonTokenType.Number => reader.TryGetDecimal(out decimal number) ? GivenValue.FromNumber(number) : GivenValue.FromText(Raw(ref reader)),
        _ => GivenValue.None,
    };

    /// <summary>A text or a name. What is no letter, in a file of another encoding or by an escape, becomes U+FFFD, which no field takes.</summary>
    internal static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            string text = Raw(ref reader);
            return text.IndexOf(Lost) >= 0 ? text : Lost.ToString();
        }
    }

    private static string Raw(ref Utf8JsonReader reader)
    {
        byte[] bytes = reader.HasValueSequence ? [] : reader.ValueSpan.ToArray();
        return Encoding.UTF8.GetString(bytes);
    }
}
