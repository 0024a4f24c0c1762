using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Type of supply, reverse charge, IGST on intra-state supplies, e-commerce (nic-rules 2.2, general and intra/inter state).</summary>
internal static class TransactionRules
{
    internal static void Check(DocumentUnderCheck document)
    {
        if (!string.IsNullOrEmpty(document.Invoice.Irn))
            document.Add(Rule.IrnGiven, document.Invoice.Irn);
        if (document.Supply.IsKnown)
        {
            CheckPaymentQr(document);
            CheckReverseCharge(document);
            CheckIgstOnIntra(document);
        }
        // Who registers the document is not known here, but it is the seller in all but rare cases.
        if (document.Invoice.Transaction?.EcommerceGstin is { Length: > 0 } operatorGstin && document.Sound(NicFields.EcmGstin))
            document.Add(Rule.EcommerceGstinGiven, operatorGstin);
    }

    private static void CheckPaymentQr(DocumentUnderCheck document)
    {
        string? type = document.Invoice.Transaction!.SupplyType;
        if (document.Settings.ForPaymentQr && type != "B2C")
            document.Add(Rule.PaymentQrForB2cOnly, type);
    }

    private static void CheckReverseCharge(DocumentUnderCheck document)
    {
        Supply supply = document.Supply;
        if (supply.IsReverseCharge && !supply.IsB2b && !supply.IsSez)
            document.Add(Rule.ReverseChargeNotApplicable, "Y");
    }

    private static void CheckIgstOnIntra(DocumentUnderCheck document)
    {
        Supply supply = document.Supply;
        if (!supply.IsIgstOnIntra)
            return;
        if (supply.IsExport || supply.IsSez)
        {
            document.Add(Rule.IgstOnIntraNotApplicable, "Y");
            return;
        }
        if (supply.StatesDiffer == true)
        {
            document.Add(Rule.IgstOnIntraBetweenStates, "Y", $"N, since seller ({document.Invoice.Seller!.StateCode}) and place of supply ({document.Invoice.Buyer!.PlaceOfSupply}) differ");
            return;
        }
        if (!supply.IsReverseCharge && document.Sound(NicFields.RegRev))
            document.Add(Rule.IgstOnIntraWithoutReverseCharge, document.Invoice.Transaction!.ReverseCharge);
    }
}
