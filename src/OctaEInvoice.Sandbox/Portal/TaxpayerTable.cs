using System.Globalization;
using System.Text.Json;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>What taxpayers.json holds.</summary>
internal sealed class TaxpayerTable
{
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaxpayerPlace> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaxpayerStanding> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Taxpayer> known = new(StringComparer.Ordinal);

    internal TaxpayerTable()
    {
        using Stream stream = typeof(TaxpayerTable).Assembly.GetManifestResourceStream("taxpayers.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement root = document.RootElement;
        foreach (JsonProperty list in root.GetProperty("words").EnumerateObject())
            words.Add(list.Name, [.. list.Value.EnumerateArray().Select(word => word.GetString()!)]);
        foreach (JsonProperty place in root.GetProperty("places").EnumerateObject())
            places.Add(place.Name, PlaceOf(int.Parse(place.Name, CultureInfo.InvariantCulture), place.Value));
        foreach (JsonElement entry in root.GetProperty("standings").EnumerateArray())
            standings.Add(Text(entry, "pan"), new TaxpayerStanding(Text(entry, "type"), Text(entry, "status"), entry.GetProperty("block").GetString()));
        foreach (JsonElement entry in root.GetProperty("known").EnumerateArray())
            known.Add(Text(entry, "gstin"), KnownOf(entry));
    }

    /// <summary>The taxpayer who is printed in the specification.</summary>
    internal Taxpayer? Known(string gstin) => known.TryGetValue(gstin, out Taxpayer? taxpayer) ? taxpayer : null;

    /// <summary>A city of a state; null when there is no such state.</summary>
    internal TaxpayerPlace? PlaceIn(string state) => places.TryGetValue(state, out TaxpayerPlace? place) ? place : null;

    internal TaxpayerStanding StandingOf(string pan) => standings.TryGetValue(pan, out TaxpayerStanding? standing) ? standing : TaxpayerStanding.Good;

    /// <summary>One of a list's words, always the same for the same seed.</summary>
    internal string Word(string list, int seed) => words[list][seed % words[list].Length];

    private static Taxpayer KnownOf(JsonElement entry) => new()
    {
        Gstin = Text(entry, "gstin"),
        TradeName = Text(entry, "tradeName"),
        LegalName = Text(entry, "legalName"),
        BuildingName = Text(entry, "buildingName"),
        BuildingNumber = Text(entry, "buildingNumber"),
        Street = Text(entry, "street"),
        Place = PlaceOf(entry.GetProperty("stateCode").GetInt32(), entry),
        UpiAddress = Text(entry, "upi"),
    };

    private static TaxpayerPlace PlaceOf(int state, JsonElement entry) => new(state, Text(entry, "location"), entry.GetProperty("pin").GetInt32());

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
