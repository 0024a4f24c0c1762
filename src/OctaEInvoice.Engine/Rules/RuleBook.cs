using System.Text.Json;
using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Framework;

namespace OctaEInvoice.Engine.Rules;

/// <summary>All rules beyond the schema, with their codes, severities and words. Source: rules.json.</summary>
public static class RuleBook
{
    private static readonly RuleFacts[] ByRule;

    static RuleBook()
    {
        using JsonDocument document = JsonDocument.Parse(EmbeddedData.ReadAll("rules.json"));
        Limits = ReadLimits(document.RootElement.GetProperty("limits"));
        JsonElement entries = document.RootElement.GetProperty("rules");
        ByRule = new RuleFacts[entries.GetArrayLength()];
        foreach (JsonElement entry in entries.EnumerateArray())
        {
            RuleFacts facts = Read(entry);
            ByRule[(int)RuleOf(facts.Name)] = facts;
        }
    }

    /// <summary>Every rule, in the order of rules.json.</summary>
    public static IReadOnlyList<RuleFacts> All => ByRule;

    /// <summary>Days and sizes.</summary>
    public static RuleLimits Limits { get; }

    internal static RuleFacts Of(Rule rule) => ByRule[(int)rule];

    private static Rule RuleOf(string name) =>
        Enum.TryParse(name, out Rule rule) ? rule : throw new FormatException($"rules.json: there is no rule {name}.");

    private static RuleFacts Read(JsonElement entry)
    {
        string path = entry.GetProperty("path").GetString()!;
        bool isOfObject = entry.TryGetProperty("code", out JsonElement code);
        FieldFacts? field = isOfObject ? null : FieldTable.ByPath(path);
        IssueSeverity severity = Severity(entry.GetProperty("severity"));
        return new RuleFacts
        {
            Name = entry.GetProperty("rule").GetString()!,
            NicCode = entry.GetProperty("nic").GetString(),
            Code = isOfObject ? code.GetString()! : field!.Code,
            Severity = severity,
            SeverityInTest = entry.TryGetProperty("inTest", out JsonElement inTest) ? Severity(inTest) : severity,
            Path = path,
            Message = entry.GetProperty("message").GetString()!,
            Expected = entry.TryGetProperty("expected", out JsonElement expected) ? expected.GetString() : null,
            Remedy = entry.GetProperty("remedy").GetString()!,
            Field = field,
        };
    }

    private static RuleLimits ReadLimits(JsonElement limits) => new(
        Day(limits, "documentDateFloor"),
        limits.GetProperty("reportWindowDays").GetInt32(),
        limits.GetProperty("ewbDocumentAgeDays").GetInt32(),
        Day(limits, "shipToGstinSince"),
        limits.GetProperty("bodyBytes").GetInt32());

    private static IndiaDate Day(JsonElement limits, string name) =>
        IndiaDate.TryParse(limits.GetProperty(name).GetString(), out IndiaDate day) ? day : throw new FormatException($"rules.json: {name} is no date.");

    private static IssueSeverity Severity(JsonElement word) => word.GetString() == "error" ? IssueSeverity.Error : IssueSeverity.Warning;
}
