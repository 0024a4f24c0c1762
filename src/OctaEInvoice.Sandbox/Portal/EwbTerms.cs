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
