using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Checks a request for an e-way bill offline: transport fields, addresses and the rules between them (nic-rules 2.2).</summary>
internal static class EwbRequestRules
{
    /// <summary>Checks a request; what depends on the document (goods, dates, distance) the server checks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="settings">Environment and day.</param>
    /// <param name="issues">Takes the issues.</param>
    public static void Check(EwbRequest request, RuleSettings settings, IssueList issues)
    {
        // The rules know places by the document's objects; the request has the same fields under other roofs.
        var document = new OctaInvoice { Transport = request.Transport, Dispatch = request.Dispatch, ShipTo = ShipTo(request) };
        var schema = new SchemaChecker(issues, document, today: settings.Today);
        InvoiceShapes.EwbDtls.Check(request.Transport, schema);
        if (document.Dispatch is DispatchDetails dispatch)
            InvoiceShapes.DispDtls.Check(dispatch, schema);
        if (document.ShipTo is ShipToDetails shipTo)
            InvoiceShapes.ShipDtls.Check(shipTo, schema);
        EwbRules.CheckTransport(new DocumentUnderCheck(document, settings, issues, schema), request.Transport);
        if (settings.Strict)
            issues.RaiseWarnings();
    }

    // ExpShipDtls has no legal name, which ShipDtls requires.
    private static ShipToDetails? ShipTo(EwbRequest request) => request.ShipTo is not EwbShipTo shipTo ? null : new ShipToDetails
    {
        Gstin = shipTo.Gstin,
        LegalName = shipTo.TradeName ?? "Place of delivery",
        TradeName = shipTo.TradeName,
        Address1 = shipTo.Address1,
        Address2 = shipTo.Address2,
        Location = shipTo.Location,
        Pin = shipTo.Pin,
        StateCode = shipTo.StateCode,
    };
}
