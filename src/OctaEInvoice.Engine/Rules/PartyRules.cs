using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Who sells, buys, receives and carries: GSTINs against the type of supply (nic-rules 2.2, general).</summary>
internal static class PartyRules
{
    internal static void Check(DocumentUnderCheck document)
    {
        OctaInvoice invoice = document.Invoice;
        string? seller = SoundGstin(document, NicFields.SellerGstin, invoice.Seller?.Gstin);
        string? buyer = SoundGstin(document, NicFields.BuyerGstin, invoice.Buyer?.Gstin);
        CheckDigit(document, Rule.SellerCheckDigit, seller);
        if (buyer is not null && document.Supply.IsKnown)
            CheckBuyer(document, buyer, seller);
        string? operatorGstin = SoundGstin(document, NicFields.EcmGstin, invoice.Transaction?.EcommerceGstin);
        if (operatorGstin != seller)
            CheckDigit(document, Rule.EcommerceCheckDigit, operatorGstin);
        // A GSTIN that stands in two places is one mistake.
        string? consignee = SoundGstin(document, NicFields.ShipToGstin, invoice.ShipTo?.Gstin);
        if (consignee != buyer)
            CheckDigit(document, Rule.ShipToCheckDigit, consignee);
        string? transporter = SoundGstin(document, NicFields.TransId, invoice.Transport?.TransporterId);
        if (transporter != seller && transporter != buyer)
            CheckDigit(document, Rule.TransporterCheckDigit, transporter);
        CheckConsignee(document, consignee, buyer);
    }

    private static void CheckBuyer(DocumentUnderCheck document, string buyer, string? seller)
    {
        bool isUnregistered = buyer == Gstin.Unregistered;
        if (document.Supply.IsExport)
        {
            if (!isUnregistered)
                document.Add(Rule.ExportToRegisteredBuyer, buyer);
        }
        else if (isUnregistered)
        {
            if (!document.Settings.ForPaymentQr)
                document.Add(Rule.BuyerUnregistered, buyer);
        }
        else if (buyer == seller)
        {
            document.Add(Rule.BuyerIsSeller, buyer);
        }
        else
        {
            CheckDigit(document, Rule.BuyerCheckDigit, buyer);
        }
    }

    // GSTN's advisory of 17/06/2026: with an e-way bill, the consignee is named by a GSTIN of his own.
    private static void CheckConsignee(DocumentUnderCheck document, string? consignee, string? buyer)
    {
        OctaInvoice invoice = document.Invoice;
        if (document.Settings.ForPaymentQr || document.Settings.Today < RuleBook.Limits.ShipToGstinSince)
            return;
        if (!IsGiven(InvoiceShapes.ShipDtls, invoice.ShipTo) || !IsGiven(InvoiceShapes.EwbDtls, invoice.Transport))
            return;
        if (consignee is null)
        {
            if (document.Sound(NicFields.ShipToGstin))
                document.Add(Rule.ShipToGstinMissing, null);
        }
        else if (consignee != Gstin.Unregistered)
        {
            CheckConsigneeGstin(document, consignee, buyer);
        }
    }

    private static void CheckConsigneeGstin(DocumentUnderCheck document, string consignee, string? buyer)
    {
        string? state = document.Invoice.ShipTo!.StateCode;
        if (consignee == buyer)
            document.Add(Rule.ShipToGstinOfBuyer, consignee);
        else if (!string.IsNullOrEmpty(state) && document.Sound(NicFields.ShipToStcd) && StateNumber.Of(state) != StateNumber.Of(consignee))
            document.Add(Rule.ShipToStateNotOfGstin, state, $"{consignee.Substring(0, 2)}, as in {consignee}");
    }

    private static void CheckDigit(DocumentUnderCheck document, Rule rule, string? gstin)
    {
        if (gstin is null || gstin == Gstin.Unregistered || Gstin.HasValidCheckDigit(gstin))
            return;
        document.Add(rule, gstin, gstin.Substring(0, 14) + Gstin.CheckDigitOf(gstin) + ", if the other characters are right");
    }

    private static string? SoundGstin(DocumentUnderCheck document, FieldFacts field, string? value) =>
        !string.IsNullOrEmpty(value) && document.Sound(field) ? value : null;

    private static bool IsGiven<T>(Shape<T> shape, T? part)
        where T : class, new() => part is not null && shape.HasValues(part);
}
