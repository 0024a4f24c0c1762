using System.Text.Json;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>All rules beyond the schema, with their codes, severities and words. Source: rules.json.</summary>
internal static class RuleBook
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

/// <summary>Days and sizes that the portal moves from time to time. Source: rules.json.</summary>
/// <param name="DocumentDateFloor">First document date that the portal takes (2284).</param>
/// <param name="ReportWindowDays">Days from the document date in which sellers with a turnover of 10 crore rupees report (2305).</param>
/// <param name="EwbDocumentAgeDays">Greatest age of a document for an e-way bill, in days (4043).</param>
/// <param name="ShipToGstinSince">First day of the rules about the consignee's GSTIN (2323, 2325, 4074).</param>
/// <param name="BodyBytes">Greatest size of a document in bytes: 2 MB.</param>
internal sealed record RuleLimits(IndiaDate DocumentDateFloor, int ReportWindowDays, int EwbDocumentAgeDays, IndiaDate ShipToGstinSince, int BodyBytes);
