using System.Globalization;
using System.Text.Json;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>The fields of an answer, read in any letter case and as text or number alike; those nobody asked for are kept.</summary>
internal sealed class AnswerFields
{
    private readonly Dictionary<string, Field> fields = new(16, StringComparer.OrdinalIgnoreCase);

    internal AnswerFields(JsonElement root)
    {
        foreach (JsonProperty property in root.EnumerateObject())
            fields[Readable(() => property.Name)] = new Field(property.Value);
    }

    internal bool? Success
    {
        get
        {
            if (ValueOf("Success") is not JsonElement value)
                return null;
            return value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String when bool.TryParse(TextOf(value), out bool flag) => flag,
                _ => null,
            };
        }
    }

    internal IReadOnlyList<ServerError> Errors
    {
        get
        {
            var errors = new List<ServerError>();
            if (ValueOf("Errors") is not JsonElement list)
                return errors;
            if (list.ValueKind == JsonValueKind.Array)
                foreach (JsonElement entry in list.EnumerateArray())
                    errors.Add(ErrorOf(entry));
            else if (list.ValueKind is JsonValueKind.Object or JsonValueKind.String)
                errors.Add(ErrorOf(list));
            return errors;
        }
    }

    /// <summary>A value as text; numbers as they stand.</summary>
    internal string? Text(string name) => ValueOf(name) is JsonElement value ? TextOf(value) : null;

    /// <summary>The first of these names that has a value, as text; numbers as they stand.</summary>
    internal string? Text(params string[] names)
    {
        string? text = null;
        foreach (string name in names)
            if (ValueOf(name) is JsonElement value)
                text ??= TextOf(value);
        return text;
    }

    internal IndiaTime? Time(params string[] names) => IndiaTime.TryParse(Text(names), out IndiaTime time) ? time : null;

    internal IndiaDate? Date(params string[] names) => IndiaDate.TryParse(Text(names), out IndiaDate date) ? date : null;

    internal decimal? Number(params string[] names) =>
        decimal.TryParse(Text(names), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    internal RecordStatus Status(params string[] names) => Text(names)?.ToUpperInvariant() switch
    {
        "ACT" => RecordStatus.Active,
        "CNL" or "CAN" => RecordStatus.Cancelled,
        _ => RecordStatus.Unknown,
    };

    internal byte[]? Bytes(params string[] names) => Text(names) is string text ? Base64.Decode(text) : null;

    /// <summary>Fields that no property stands for, with their JSON text; null when there are none.</summary>
    internal IReadOnlyDictionary<string, string>? Unread()
    {
        Dictionary<string, string>? rest = null;
        foreach (KeyValuePair<string, Field> field in fields)
        {
            JsonElement value = field.Value.Value;
            if (field.Value.IsRead || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                continue;
            rest ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            rest.Add(field.Key, TextOf(value) ?? "");
        }
        return rest;
    }

    private JsonElement? ValueOf(string name)
    {
        if (!fields.TryGetValue(name, out Field? field))
            return null;
        field.IsRead = true;
        return field.Value;
    }

    private static ServerError ErrorOf(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return new ServerError { Message = TextOf(entry) ?? "" };
        var error = new AnswerFields(entry);
        return new ServerError { Code = error.Text("Code", "ErrorCode", "error_cd")?.Trim() ?? "", Message = error.Text("Message", "ErrorMessage")?.Trim() ?? "" };
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => Readable(() => value.GetString()!) is { Length: > 0 } text ? text : null,
        _ => Readable(value.GetRawText),
    };

    // Half a character or a byte of another encoding, in whatever field, must not hide what the answer says of the document.
    private static string Readable(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private sealed class Field(JsonElement value)
    {
        internal JsonElement Value { get; } = value;

        /// <summary>True once somebody has asked for it.</summary>
        internal bool IsRead { get; set; }
    }
}
