using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>What the schema says of one value on the wire. Source: fields.json and requests.json.</summary>
internal sealed class WireField
{
    private static readonly HashSet<string> NumberKinds = new(StringComparer.Ordinal) { "amount", "total", "quantity", "rate", "signed", "pin", "integer" };

    private readonly bool isNumber;
    private readonly bool isDate;
    private readonly decimal min;
    private readonly decimal max;
    private readonly int decimals;
    private readonly Regex? pattern;
    private readonly string[] values = [];

    internal WireField(JsonElement entry)
    {
        string kind = entry.GetProperty("kind").GetString()!;
        Path = entry.GetProperty("path").GetString()!;
        Code = entry.GetProperty("code").GetString()!;
        IsRequired = entry.GetProperty("required").GetBoolean();
        isNumber = NumberKinds.Contains(kind);
        isDate = kind is "date" or "widedate";
        min = Number(entry, "min");
        max = Number(entry, "max");
        decimals = (int)Number(entry, "decimals");
        if (entry.TryGetProperty("pattern", out JsonElement form))
            pattern = new Regex(form.GetString()!, RegexOptions.CultureInvariant);
        if (entry.TryGetProperty("values", out JsonElement list))
            values = [.. list.EnumerateArray().Select(value => value.GetString()!)];
    }

    internal string Path { get; }

    /// <summary>Octa's code for an invalid value.</summary>
    internal string Code { get; }

    /// <summary>Required wherever its object is present.</summary>
    internal bool IsRequired { get; }

    /// <summary>What is wrong with a JSON value, to follow the field's path; null when nothing is.</summary>
    internal string? FaultOf(JsonElement value)
    {
        if (isNumber)
            return value.ValueKind == JsonValueKind.Number ? NumberFault(value) : "is no JSON number";
        return value.ValueKind == JsonValueKind.String ? FaultOf(value.GetString()!) : "is no JSON string";
    }

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    internal string? FaultOf(string text)
    {
        if (isDate)
            return DateTime.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "is no date as dd/MM/yyyy";
        if (values.Length > 0)
            return values.Contains(text) ? null : $"is none of {string.Join(", ", values)}";
        // The schema counts characters, .NET counts a character outside the basic plane twice.
        int length = text.Count(c => !char.IsLowSurrogate(c));
        if (length < min || length > max)
            return string.Format(CultureInfo.InvariantCulture, "has {0} characters; {1} to {2} are allowed", length, min, max);
        // In .NET $ also matches before a final line break, so the match must reach the end.
        return pattern is null || pattern.Match(text) is { Success: true } match && match.Length == text.Length ? null : "has not the form that the schema asks for";
    }

    private string? NumberFault(JsonElement value)
    {
        if (!value.TryGetDecimal(out decimal number) || number < min || number > max)
            return string.Format(CultureInfo.InvariantCulture, "is not between {0} and {1}", min, max);
        return decimal.Round(number, decimals) == number ? null : $"has more than {decimals} decimals";
    }

    private static decimal Number(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : 0;
}
