using System.Globalization;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Stands for the GST system's register: every well-formed GSTIN of a state in force belongs to somebody, always to the same.</summary>
/// <remarks>Source: taxpayers.json. Names follow from the PAN, addresses from the state; some PANs stand for taxpayers in trouble.</remarks>
internal static class TaxpayerRegister
{
    private const int PanStart = 2;
    private const int PanLength = 10;
    private const int HouseNumbers = 199;

    private static readonly Lazy<TaxpayerTable> Table = new(() => new TaxpayerTable());

    /// <summary>The taxpayer of a GSTIN.</summary>
    /// <returns>Null for a badly formed GSTIN, one of no state, and the PAN that stands for unknown ones.</returns>
    internal static Taxpayer? Find(string gstin)
    {
        TaxpayerTable table = Table.Value;
        if (table.Known(gstin) is Taxpayer known)
            return known;
        if (Gstin.StateCodeOf(gstin) is not string state || table.PlaceIn(state) is not TaxpayerPlace place)
            return null;
        string pan = gstin.Substring(PanStart, PanLength);
        TaxpayerStanding standing = table.StandingOf(pan);
        return standing.IsUnknown ? null : Make(table, gstin, pan, place, standing);
    }

    private static Taxpayer Make(TaxpayerTable table, string gstin, string pan, TaxpayerPlace place, TaxpayerStanding standing)
    {
        int seed = SeedOf(pan);
        string trade = $"{table.Word("names", seed / 7)} {table.Word("trades", seed / 49)}";
        return new Taxpayer
        {
            Gstin = gstin,
            TradeName = trade,
            // The PAN's fourth letter says what the taxpayer is: C a company, F a firm; most others are persons.
            LegalName = pan[3] switch { 'C' => trade + " PRIVATE LIMITED", 'F' => trade + " LLP", _ => table.Word("people", seed / 3) },
            BuildingName = table.Word("buildings", seed / 5),
            BuildingNumber = (1 + (seed % HouseNumbers)).ToString(CultureInfo.InvariantCulture),
            Street = table.Word("streets", seed / 11),
            Place = place,
            Standing = standing,
            UpiAddress = gstin.ToLowerInvariant() + "@sandbox",
        };
    }

    /// <summary>A number of a text, the same in every process, unlike its hash code.</summary>
    private static int SeedOf(string text)
    {
        int seed = 17;
        foreach (char c in text)
            seed = unchecked((seed * 31) + c) & int.MaxValue;
        return seed;
    }
}
