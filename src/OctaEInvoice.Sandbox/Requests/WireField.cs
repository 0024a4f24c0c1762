using System.Text.Json;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Sandbox.Requests;

/// <summary>What the schema says of one value on the wire. Source: fields.json, read here on its own.</summary>
internal sealed class WireField
{
    private static readonly HashSet<string> NumberKinds = new(StringComparer.Ordinal) { "amount", "total", "quantity", "rate", "signed", "pin", "integer" };

    internal WireField(JsonElement entry)
    {
        string kind = entry.GetProperty("kind").GetString()!;
        Path = entry.GetProperty("path").GetString()!;
        Code = entry.GetProperty("code").GetString()!;
        IsRequired = entry.GetProperty("required").GetBoolean();
        IsNumber = NumberKinds.Contains(kind);
        IsDate = kind is "date" or "widedate";
        Min = Number(entry, "min");
        Max = Number(entry, "max");
        Decimals = (int)Number(entry, "decimals");
        Pattern = entry.TryGetProperty("pattern", out JsonElement pattern) ? new Regex(pattern.GetString()!, RegexOptions.CultureInvariant) : null;
        if (entry.TryGetProperty("values", out JsonElement values))
            Values = [.. values.EnumerateArray().Select(value => value.GetString()!)];
    }

    internal string Path { get; }

    /// <summary>Octa's code for an invalid value.</summary>
    internal string Code { get; }

    internal bool IsRequired { get; }

    internal bool IsNumber { get; }

    internal bool IsDate { get; }

    internal decimal Min { get; }

    internal decimal Max { get; }

    internal int Decimals { get; }

    internal Regex? Pattern { get; }

    internal IReadOnlyList<string> Values { get; } = [];

    private static decimal Number(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : 0;
}
