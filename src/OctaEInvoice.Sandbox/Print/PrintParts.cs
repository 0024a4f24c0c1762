using System.Globalization;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>What the prints of both kinds of documents have in common: the parties' boxes and the rows of the lines.</summary>
internal static class PrintParts
{
    /// <summary>Seller, buyer, and where the goods come from and go to, as far as the document says.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="places">The document with the places of dispatch and delivery: itself, or its e-way bill's.</param>
    internal static IReadOnlyList<PrintedParty> Parties(OctaInvoice invoice, OctaInvoice places)
    {
        List<PrintedParty> parties = [];
        if (invoice.Seller is SellerDetails seller)
            parties.Add(Box("Seller", [seller.Gstin, seller.LegalName, seller.Address1, seller.Address2, Town(seller.Location, seller.Pin), State(seller.StateCode)]));
        if (invoice.Buyer is BuyerDetails buyer)
            parties.Add(Box("Buyer", [buyer.Gstin, buyer.LegalName, buyer.Address1, buyer.Address2, Town(buyer.Location, buyer.Pin), State(buyer.StateCode)]));
        if (places.Dispatch is DispatchDetails from)
            parties.Add(Box("Dispatch from", [from.Name, from.Address1, from.Address2, Town(from.Location, from.Pin), State(from.StateCode)]));
        if (places.ShipTo is ShipToDetails to)
            parties.Add(Box("Ship to", [to.Gstin, to.LegalName, to.Address1, to.Address2, Town(to.Location, to.Pin), State(to.StateCode)]));
        return parties;
    }

    /// <summary>The rows of the document's lines.</summary>
    internal static IReadOnlyList<PrintedItem> Items(OctaInvoice invoice) => [.. (invoice.Items ?? []).Select(Row)];

    /// <summary>A state's code and name.</summary>
    internal static string State(string? code) => code is null ? "" : $"{code} {MasterData.BuiltIn.StateName(code)}".TrimEnd();

    private static PrintedParty Box(string title, string?[] lines) => new(title, [.. lines.Where(line => !string.IsNullOrEmpty(line)).Select(line => line!)]);

    private static string? Town(string? location, int? pin) =>
        pin is null ? location : string.Format(CultureInfo.InvariantCulture, "{0} {1}", location, pin);

    private static PrintedItem Row(InvoiceItem item) => new()
    {
        LineNumber = item.LineNumber ?? "",
        Description = item.Description ?? "",
        HsnCode = item.HsnCode ?? "",
        Quantity = item.Quantity,
        Unit = item.Unit ?? "",
        UnitPrice = item.UnitPrice ?? 0,
        Discount = item.Discount ?? 0,
        TaxableValue = item.TaxableValue ?? 0,
        GstRate = item.GstRate ?? 0,
        Tax = Sum(item.IgstAmount, item.CgstAmount, item.SgstAmount, item.CessAmount, item.CessNonAdvalorem, item.StateCessAmount, item.StateCessNonAdvalorem),
        Total = item.Total ?? 0,
    };

    private static decimal Sum(params decimal?[] amounts) => amounts.Sum(amount => amount ?? 0);
}
