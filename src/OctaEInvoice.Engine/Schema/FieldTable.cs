using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Schema;

/// <summary>All fields of a document, in the order of NIC's schema. Source: fields.json, made from schema INV-01 v1.1.</summary>
internal static class FieldTable
{
    private static readonly Dictionary<string, FieldFacts> ByPathIndex = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, FieldFacts> ByColumnIndex = new(StringComparer.OrdinalIgnoreCase);

    static FieldTable()
    {
        using Stream stream = EmbeddedData.Open("fields.json");
        using JsonDocument document = JsonDocument.Parse(stream);
        var all = new List<FieldFacts>();
        JsonElement years = document.RootElement.GetProperty("years");
        YearRange ofDates = Years(years.GetProperty("date"));
        YearRange ofWideDates = Years(years.GetProperty("wideDate"));
        foreach (JsonElement entry in document.RootElement.GetProperty("fields").EnumerateArray())
            all.Add(Read(entry, ofDates, ofWideDates));
        All = all;
        foreach (FieldFacts facts in all)
        {
            ByPathIndex.Add(facts.Path, facts);
            ByColumnIndex.Add(facts.Column, facts);
        }
    }

    /// <summary>Every field, in wire order.</summary>
    public static IReadOnlyList<FieldFacts> All { get; }

    /// <summary>The field of a path such as ItemList[].HsnCd, in any letter case.</summary>
    /// <param name="path">NIC's path.</param>
    /// <returns>The field.</returns>
    /// <exception cref="KeyNotFoundException">The schema has no such field.</exception>
    public static FieldFacts ByPath(string path) => ByPathIndex.TryGetValue(path, out FieldFacts? facts)
        ? facts
        : throw new KeyNotFoundException($"The schema has no field {path}.");

    /// <summary>The field of a friendly name, in any letter case.</summary>
    /// <param name="column">Friendly name, such as HsnCode.</param>
    /// <returns>The field, or null.</returns>
    public static FieldFacts? ByColumn(string column) => ByColumnIndex.TryGetValue(column, out FieldFacts? facts) ? facts : null;

    private static YearRange Years(JsonElement range) => new(range.GetProperty("first").GetInt32(), range.GetProperty("last").GetInt32());

    private static FieldFacts Read(JsonElement entry, YearRange ofDates, YearRange ofWideDates)
    {
        string path = entry.GetProperty("path").GetString()!;
        var kind = (FieldKind)Enum.Parse(typeof(FieldKind), entry.GetProperty("kind").GetString()!, ignoreCase: true);
        return new FieldFacts
        {
            Path = path,
            Column = entry.GetProperty("column").GetString()!,
            Kind = kind,
            Code = entry.GetProperty("code").GetString()!,
            Required = entry.GetProperty("required").GetBoolean(),
            Min = entry.TryGetProperty("min", out JsonElement min) ? min.GetDecimal() : 0,
            Max = entry.TryGetProperty("max", out JsonElement max) ? max.GetDecimal() : 0,
            Decimals = entry.TryGetProperty("decimals", out JsonElement decimals) ? decimals.GetInt32() : 0,
            Years = kind switch { FieldKind.Date => ofDates, FieldKind.WideDate => ofWideDates, _ => null },
            Pattern = entry.TryGetProperty("pattern", out JsonElement pattern) ? pattern.GetString() : null,
            Values = Strings(entry, "values"),
            Aliases = Strings(entry, "aliases"),
            Description = entry.GetProperty("description").GetString()!,
        };
    }

    private static List<string> Strings(JsonElement entry, string name)
    {
        var values = new List<string>();
        if (entry.TryGetProperty(name, out JsonElement list))
            foreach (JsonElement value in list.EnumerateArray())
                values.Add(value.GetString()!);
        return values;
    }
}
