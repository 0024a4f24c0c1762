using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Fields that are missing only because the one that they follow from is missing or unreadable: one fault is reported once.</summary>
internal static class ConsequentialGaps
{
    private static readonly FieldFacts SellerState = FieldTable.ByPath("SellerDtls.Stcd");
    private static readonly FieldFacts[] SellerOfProfile =
        [FieldTable.ByPath("SellerDtls.LglNm"), FieldTable.ByPath("SellerDtls.Addr1"), FieldTable.ByPath("SellerDtls.Loc"), FieldTable.ByPath("SellerDtls.Pin")];

    private static readonly FieldFacts BuyerState = FieldTable.ByPath("BuyerDtls.Stcd");
    private static readonly FieldFacts PlaceOfSupply = FieldTable.ByPath("BuyerDtls.Pos");
    private static readonly FieldFacts IsService = FieldTable.ByPath("ItemList[].IsServc");
    private static readonly FieldFacts[] AmountsOfLine =
        [FieldTable.ByPath("ItemList[].TotAmt"), FieldTable.ByPath("ItemList[].AssAmt"), FieldTable.ByPath("ItemList[].TotItemVal")];

    private static readonly FieldFacts[] Totals = [FieldTable.ByPath("ValDtls.AssVal"), FieldTable.ByPath("ValDtls.TotInvVal")];

    /// <summary>Keeps the check from reporting them as missing; called once all that can be filled in is filled in.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="isOfOtherSeller">True when the profile's seller was not filled in.</param>
    internal static void Suppress(InvoiceDraft draft, bool isOfOtherSeller)
    {
        var document = new Place(null);
        if (!Gstin.IsWellFormed(draft.Invoice.Seller?.Gstin))
            draft.Issues.SuppressMissing(SellerState, document);
        if (isOfOtherSeller)
            SuppressAll(draft, SellerOfProfile, document);
        // A B2C buyer has no GSTIN, which is no fault of its own, so that no other gap follows from it.
        if (!Gstin.IsWellFormed(draft.Invoice.Buyer?.Gstin) && draft.Invoice.Transaction?.SupplyType != "B2C")
        {
            draft.Issues.SuppressMissing(BuyerState, document);
            draft.Issues.SuppressMissing(PlaceOfSupply, document);
        }
        for (int i = 0; i < (draft.Invoice.Items?.Count ?? 0); i++)
            SuppressInLine(draft, draft.Invoice.Items![i], new Place(null, i));
    }

    private static void SuppressInLine(InvoiceDraft draft, InvoiceItem item, Place place)
    {
        if (item.HsnCode is null or { Length: < 4 })
            draft.Issues.SuppressMissing(IsService, place);
        // Without a price there is nothing to compute; the price itself is reported.
        if (item.UnitPrice is not null || item.GrossAmount is not null || item.TaxableValue is not null)
            return;
        SuppressAll(draft, AmountsOfLine, place);
        SuppressAll(draft, Totals, new Place(null));
    }

    private static void SuppressAll(InvoiceDraft draft, FieldFacts[] fields, Place place)
    {
        foreach (FieldFacts facts in fields)
            draft.Issues.SuppressMissing(facts, place);
    }
}
