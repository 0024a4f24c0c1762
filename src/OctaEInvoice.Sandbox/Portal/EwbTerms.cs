namespace OctaEInvoice.Sandbox.Portal;

/// <summary>What an e-way bill says beside its number and time.</summary>
/// <param name="ValidTill">End of its validity; null for part A alone, which has none yet.</param>
/// <param name="Distance">Kilometres, given or computed.</param>
/// <param name="Consignment">Transport, and the places of dispatch and delivery as far as they were given; nothing else of the document.</param>
internal sealed record EwbTerms(IndiaTime? ValidTill, int Distance, OctaInvoice Consignment)
{
    /// <summary>The terms for a document whose transport fields keep the rules.</summary>
    internal static EwbTerms Of(OctaInvoice invoice, IndiaTime now)
    {
        TransportDetails transport = invoice.Transport!;
        int? from = invoice.Dispatch?.Pin ?? invoice.Seller?.Pin;
        int? to = invoice.ShipTo?.Pin ?? invoice.Buyer?.Pin;
        int distance = transport.Distance is int given and > 0 ? given : PinDistance.Between(from ?? 0, to ?? 0);
        OctaInvoice consignment = new() { Transport = transport, Dispatch = invoice.Dispatch, ShipTo = invoice.ShipTo };
        return new EwbTerms(EwbValidity.Until(now, transport, distance), distance, consignment);
    }
}

/// <summary>How long an e-way bill holds: one day for each 200 km begun, for over-dimensional cargo for each 20 km (rule 138 of the CGST rules).</summary>
internal static class EwbValidity
{
    private const int KilometresADay = 200;
    private const int OverDimensionalKilometresADay = 20;
    private const string OverDimensional = "O";

    /// <summary>The end of the validity; null for part A alone, which has none yet.</summary>
    internal static IndiaTime? Until(IndiaTime time, TransportDetails transport, int distance)
    {
        if (string.IsNullOrEmpty(transport.TransportMode))
            return null;
        int kilometres = transport.VehicleType == OverDimensional ? OverDimensionalKilometresADay : KilometresADay;
        int days = Math.Max(1, (distance + kilometres - 1) / kilometres);
        return new IndiaTime(time.ToDateTimeOffset().AddDays(days));
    }
}

/// <summary>Stands for the portal's table of distances between PIN codes: a made-up but steady distance, farther for codes of other regions.</summary>
internal static class PinDistance
{
    private const int Region = 100000;
    private const int KilometresARegion = 300;
    private const int KilometresWithin = 200;

    /// <summary>Kilometres between two different PIN codes.</summary>
    internal static int Between(int from, int to)
    {
        int difference = Math.Abs(from - to);
        return 20 + (difference / Region * KilometresARegion) + (difference % Region * KilometresWithin / Region);
    }
}
