using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Gstins;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Who sells, buys, receives and carries: GSTINs against the type of supply (nic-rules 2.2, general).</summary>
internal static class PartyRules
{
    internal static void Check(Findings findings)
    {
        OctaInvoice invoice = findings.Invoice;
        string? seller = SoundGstin(findings, Field.SellerGstin, invoice.Seller?.Gstin);
        string? buyer = SoundGstin(findings, Field.BuyerGstin, invoice.Buyer?.Gstin);
        CheckDigit(findings, Rule.SellerCheckDigit, seller);
        if (buyer is not null && findings.Supply.IsKnown)
            CheckBuyer(findings, buyer, seller);
        string? operatorGstin = SoundGstin(findings, Field.EcmGstin, invoice.Transaction?.EcommerceGstin);
        if (operatorGstin != seller)
            CheckDigit(findings, Rule.EcommerceCheckDigit, operatorGstin);
        // A GSTIN that stands in two places is one mistake.
        string? consignee = SoundGstin(findings, Field.ShipToGstin, invoice.ShipTo?.Gstin);
        if (consignee != buyer)
            CheckDigit(findings, Rule.ShipToCheckDigit, consignee);
        string? transporter = SoundGstin(findings, Field.TransId, invoice.Transport?.TransporterId);
        if (transporter != seller && transporter != buyer)
            CheckDigit(findings, Rule.TransporterCheckDigit, transporter);
        CheckConsignee(findings, consignee, buyer);
    }

    private static void CheckBuyer(Findings findings, string buyer, string? seller)
    {
        bool isUnregistered = buyer == Gstin.Unregistered;
        if (findings.Supply.IsExport)
        {
            if (!isUnregistered)
                findings.Add(Rule.ExportToRegisteredBuyer, buyer);
        }
        else if (isUnregistered)
        {
            if (!findings.Settings.ForPaymentQr)
                findings.Add(Rule.BuyerUnregistered, buyer);
        }
        else if (buyer == seller)
        {
            findings.Add(Rule.BuyerIsSeller, buyer);
        }
        else
        {
            CheckDigit(findings, Rule.BuyerCheckDigit, buyer);
        }
    }

    // GSTN's advisory of 17/06/2026: with an e-way bill, the consignee is named by a GSTIN of his own.
    private static void CheckConsignee(Findings findings, string? consignee, string? buyer)
    {
        OctaInvoice invoice = findings.Invoice;
        if (findings.Settings.ForPaymentQr || findings.Settings.Today < RuleBook.Limits.ShipToGstinSince)
            return;
        if (!IsGiven(InvoiceShapes.ShipDtls, invoice.ShipTo) || !IsGiven(InvoiceShapes.EwbDtls, invoice.Transport))
            return;
        if (consignee is null)
        {
            if (findings.Sound(Field.ShipToGstin))
                findings.Add(Rule.ShipToGstinMissing, null);
        }
        else if (consignee != Gstin.Unregistered)
        {
            CheckConsigneeGstin(findings, consignee, buyer);
        }
    }

    private static void CheckConsigneeGstin(Findings findings, string consignee, string? buyer)
    {
        string? state = findings.Invoice.ShipTo!.StateCode;
        if (consignee == buyer)
            findings.Add(Rule.ShipToGstinOfBuyer, consignee);
        else if (!string.IsNullOrEmpty(state) && findings.Sound(Field.ShipToStcd) && StateNumber.Of(state) != StateNumber.Of(consignee))
            findings.Add(Rule.ShipToStateNotOfGstin, state, $"{consignee.Substring(0, 2)}, as in {consignee}");
    }

    private static void CheckDigit(Findings findings, Rule rule, string? gstin)
    {
        if (gstin is null || gstin == Gstin.Unregistered || Gstin.HasValidCheckDigit(gstin))
            return;
        findings.Add(rule, gstin, gstin.Substring(0, 14) + Gstin.CheckDigitOf(gstin) + ", if the other characters are right");
    }

    private static string? SoundGstin(Findings findings, FieldFacts field, string? value) =>
        !string.IsNullOrEmpty(value) && findings.Sound(field) ? value : null;

    private static bool IsGiven<T>(Shape<T> shape, T? part)
        where T : class, new() => part is not null && shape.HasValues(part);
}
