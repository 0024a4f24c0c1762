namespace OctaEInvoice.Engine.Rules;

/// <summary>Type of supply, reverse charge, IGST on intra-state supplies, e-commerce (nic-rules 2.2, general and intra/inter state).</summary>
internal static class TransactionRules
{
    internal static void Check(Findings findings)
    {
        if (!string.IsNullOrEmpty(findings.Invoice.Irn))
            findings.Add(Rule.IrnGiven, findings.Invoice.Irn);
        if (findings.Supply.IsKnown)
        {
            CheckPaymentQr(findings);
            CheckReverseCharge(findings);
            CheckIgstOnIntra(findings);
        }
        // Who registers the document is not known here, but it is the seller in all but rare cases.
        if (findings.Invoice.Transaction?.EcommerceGstin is { Length: > 0 } operatorGstin && findings.Sound(Field.EcmGstin))
            findings.Add(Rule.EcommerceGstinGiven, operatorGstin);
    }

    private static void CheckPaymentQr(Findings findings)
    {
        string? type = findings.Invoice.Transaction!.SupplyType;
        if (findings.Settings.ForPaymentQr && type != "B2C")
            findings.Add(Rule.PaymentQrForB2cOnly, type);
    }

    private static void CheckReverseCharge(Findings findings)
    {
        Supply supply = findings.Supply;
        if (supply.IsReverseCharge && !supply.IsB2b && !supply.IsSez)
            findings.Add(Rule.ReverseChargeNotApplicable, "Y");
    }

    private static void CheckIgstOnIntra(Findings findings)
    {
        Supply supply = findings.Supply;
        if (!supply.IsIgstOnIntra)
            return;
        if (supply.IsExport || supply.IsSez)
        {
            findings.Add(Rule.IgstOnIntraNotApplicable, "Y");
            return;
        }
        if (supply.StatesDiffer == true)
        {
            findings.Add(Rule.IgstOnIntraBetweenStates, "Y", $"N, since seller ({findings.Invoice.Seller!.StateCode}) and place of supply ({findings.Invoice.Buyer!.PlaceOfSupply}) differ");
            return;
        }
        if (!supply.IsReverseCharge && findings.Sound(Field.RegRev))
            findings.Add(Rule.IgstOnIntraWithoutReverseCharge, findings.Invoice.Transaction!.ReverseCharge);
    }
}
