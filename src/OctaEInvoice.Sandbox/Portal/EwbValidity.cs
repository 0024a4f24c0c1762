namespace OctaEInvoice.Sandbox.Portal;

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
