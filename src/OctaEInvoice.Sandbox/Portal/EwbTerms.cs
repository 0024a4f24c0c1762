namespace OctaEInvoice.Sandbox.Portal;

/// <summary>What an e-way bill will say.</summary>
/// <param name="ValidTill">End of its validity; null for part A alone.</param>
internal sealed record EwbTerms(IndiaTime? ValidTill)
{
    // As the portal's list of vehicles that may not move goods.
    private const string BlockedVehicle = "BLOCKED";

    /// <summary>True for a vehicle that gets no e-way bill: one whose number ends in BLOCKED.</summary>
    internal static bool IsBlocked(string? vehicleNumber) => vehicleNumber?.EndsWith(BlockedVehicle, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The terms for a document whose transport fields keep the rules; null for a blocked vehicle.</summary>
    internal static EwbTerms? Of(OctaInvoice invoice, IndiaTime now)
    {
        TransportDetails transport = invoice.Transport!;
        if (IsBlocked(transport.VehicleNumber))
            return null;
        int? from = invoice.Dispatch?.Pin ?? invoice.Seller?.Pin;
        int? to = invoice.ShipTo?.Pin ?? invoice.Buyer?.Pin;
        int distance = transport.Distance is int given and > 0 ? given : PinDistance.Between(from ?? 0, to ?? 0);
        return new EwbTerms(EwbValidity.Until(now, transport, distance));
    }
}
