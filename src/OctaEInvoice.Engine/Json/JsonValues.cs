using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Json;

/// <summary>Reads single JSON values as a user gave them.</summary>
internal static class JsonValues
{
    internal static GivenValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => GivenValue.FromText(reader.GetString()),
        JsonTokenType.True => GivenValue.FromFlag(true),
        JsonTokenType.False => GivenValue.FromFlag(false),
        JsonTokenType.Number => reader.TryGetDecimal(out decimal number) ? GivenValue.FromNumber(number) : GivenValue.FromText(Raw(ref reader)),
        _ => GivenValue.None,
    };

    private static string Raw(ref Utf8JsonReader reader)
    {
        byte[] bytes = reader.HasValueSequence ? [] : reader.ValueSpan.ToArray();
        return Encoding.UTF8.GetString(bytes);
    }
}
