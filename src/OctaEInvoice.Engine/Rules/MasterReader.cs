using System.Text.Json;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Reads one master file: { "origin": "...", "entries": ..., "withdrawn": ... }, and says where it is broken.</summary>
internal static class MasterReader
{
    private const string LayoutExpected = "{ \"origin\": \"where it comes from\", \"entries\": ... }";

    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    internal static CodeList ReadCodeList(MasterText text, MasterFormat format)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var withdrawn = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string origin = ReadFile(text, format, ReadPart);
        RequireEntries(text, format, names.Count);
        return new CodeList(origin, names, withdrawn);

        bool ReadPart(ref Utf8JsonReader reader, string part)
        {
            Dictionary<string, string>? target = part switch
            {
                "entries" => names,
                "withdrawn" => withdrawn,
                _ => null,
            };
            if (target is not null)
                ReadEntries(text, ref reader, format, target, ReadName);
            return target is not null;
        }

        string ReadName(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } name
            ? name
            : throw Unexpected(text, ref reader, format);
    }

    internal static Dictionary<string, string[]> ReadStatesByPin(MasterText text, MasterFormat format)
    {
        var states = new Dictionary<string, string[]>(StringComparer.Ordinal);
        ReadFile(text, format, ReadPart);
        RequireEntries(text, format, states.Count);
        return states;

        bool ReadPart(ref Utf8JsonReader reader, string part)
        {
            if (part == "entries")
                ReadEntries(text, ref reader, format, states, ReadStates);
            return part == "entries";
        }

        string[] ReadStates(ref Utf8JsonReader reader)
        {
            Require(text, ref reader, JsonTokenType.StartArray, format);
            var codes = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Require(text, ref reader, JsonTokenType.String, format);
                codes.Add(reader.GetString()!);
            }
            return [.. codes];
        }
    }

    internal static List<decimal> ReadRates(MasterText text, MasterFormat format)
    {
        var rates = new List<decimal>();
        ReadFile(text, format, ReadPart);
        RequireEntries(text, format, rates.Count);
        return rates;

        bool ReadPart(ref Utf8JsonReader reader, string part)
        {
            if (part != "entries")
                return false;
            Require(text, ref reader, JsonTokenType.StartArray, format);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                rates.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal rate) && rate >= 0 ? rate : throw Unexpected(text, ref reader, format));
            return true;
        }
    }

    private delegate bool PartReader(ref Utf8JsonReader reader, string part);

    private delegate T ValueReader<T>(ref Utf8JsonReader reader);

    private static string ReadFile(MasterText text, MasterFormat format, PartReader readPart)
    {
        var reader = new Utf8JsonReader(text.Utf8, Tolerant);
        try
        {
            return ReadParts(text, ref reader, format, readPart);
        }
        catch (JsonException cause)
        {
            string reason = cause.Message.Split([" LineNumber:"], StringSplitOptions.None)[0];
            throw text.Broken(text.OffsetOf(cause.LineNumber ?? 0, cause.BytePositionInLine ?? 0), $"This is not JSON: {reason} Expected: {LayoutExpected}, with {format.Expected} as entries.", cause);
        }
        catch (InvalidOperationException cause)
        {
            throw text.Broken(reader.TokenStartIndex, $"The text has an escape that is no character. Expected: {format.Expected}.", cause);
        }
    }

    private static string ReadParts(MasterText text, ref Utf8JsonReader reader, MasterFormat format, PartReader readPart)
    {
        string origin = "";
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw text.Broken(reader.TokenStartIndex, $"The file does not begin with an object. Expected: {LayoutExpected}, with {format.Expected} as entries.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long at = reader.TokenStartIndex;
            string part = reader.GetString()!;
            reader.Read();
            if (part == "origin" && reader.TokenType == JsonTokenType.String)
                origin = reader.GetString()!;
            else if (!readPart(ref reader, part))
                throw text.Broken(at, $"'{part}' is unknown here. Expected: {LayoutExpected}.");
        }
        // Past the closing brace: more text is a mistake too, and the reader throws on it.
        reader.Read();
        return origin;
    }

    private static void ReadEntries<T>(MasterText text, ref Utf8JsonReader reader, MasterFormat format, Dictionary<string, T> target, ValueReader<T> readValue)
    {
        Require(text, ref reader, JsonTokenType.StartObject, format);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string code = reader.GetString()!;
            if (!Regex.IsMatch(code, format.CodePattern, RegexOptions.CultureInvariant))
                throw text.Broken(reader.TokenStartIndex, $"'{code}' is not of the right form. Expected: {format.Expected}.");
            if (target.ContainsKey(code))
                throw text.Broken(reader.TokenStartIndex, $"'{code}' is there twice. Expected: every code once.");
            reader.Read();
            target.Add(code, readValue(ref reader));
        }
    }

    // With an empty list every document would break a rule.
    private static void RequireEntries(MasterText text, MasterFormat format, int count)
    {
        if (count == 0)
            throw new MasterFileException(text.Path, $"The list has no entries. Expected: {LayoutExpected}, with {format.Expected} as entries.");
    }

    private static void Require(MasterText text, ref Utf8JsonReader reader, JsonTokenType type, MasterFormat format)
    {
        if (reader.TokenType != type)
            throw Unexpected(text, ref reader, format);
    }

    private static MasterFileException Unexpected(MasterText text, ref Utf8JsonReader reader, MasterFormat format) =>
        text.Broken(reader.TokenStartIndex, $"A {Name(reader.TokenType)} is not what belongs here. Expected: {format.Expected}.");

    private static string Name(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "group { }",
        JsonTokenType.StartArray => "list [ ]",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "number",
        _ => "value " + type.ToString().ToLowerInvariant(),
    };
}
