namespace OctaEInvoice.Engine.Rules;

/// <summary>Computes the amounts that a document lacks; given ones stay as they are and are checked by the rules.</summary>
/// <remarks>Decimal throughout, rounded half away from zero to two places. Source: the formulas of nic-rules 2.2.</remarks>
internal static class AmountCompletion
{
    private const decimal MaxRoundOff = 0.99m;

    /// <summary>Fills in lines, then totals.</summary>
    /// <param name="invoice">The document, with states and supply type in place.</param>
    public static void Complete(OctaInvoice invoice)
    {
        if (invoice.Items is not { Count: > 0 })
            return;
        try
        {
            CompleteAmounts(invoice, invoice.Items);
        }
        catch (OverflowException)
        {
            // Only amounts far beyond their fields' limits lead here, and those have errors of their own.
        }
    }

    private static void CompleteAmounts(OctaInvoice invoice, List<InvoiceItem> items)
    {
        bool? igst = SupplyKind.ChargesIgst(invoice);
        bool withoutPayment = SupplyKind.IsWithoutPayment(invoice.Transaction?.SupplyType);
        bool reverseCharge = SupplyKind.IsReverseCharge(invoice);
        foreach (InvoiceItem item in items)
        {
            CompleteValue(item);
            CompleteTax(item, igst, withoutPayment);
            item.Total ??= TotalOf(item, reverseCharge);
        }
        CompleteTotals(invoice.Totals ??= new InvoiceTotals(), items);
    }

    /// <summary>Rounds money half away from zero to paise.</summary>
    /// <param name="amount">Rupees.</param>
    /// <returns>Rupees with two decimals at most.</returns>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static void CompleteValue(InvoiceItem item)
    {
        if (item.GrossAmount is null)
        {
            if (item.UnitPrice is decimal price)
                item.GrossAmount = Round((item.Quantity ?? 1) * price);
            else if (item.TaxableValue is decimal taxable)
                item.GrossAmount = taxable + (item.Discount ?? 0);
        }
        item.UnitPrice ??= UnitPriceOf(item);
        if (item.GrossAmount is decimal gross)
            item.TaxableValue ??= gross - (item.Discount ?? 0);
    }

    private static decimal? UnitPriceOf(InvoiceItem item)
    {
        if (item.GrossAmount is not decimal gross)
            return null;
        return item.Quantity is decimal quantity and > 0 ? Math.Round(gross / quantity, 3, MidpointRounding.AwayFromZero) : gross;
    }

    private static void CompleteTax(InvoiceItem item, bool? igst, bool withoutPayment)
    {
        if (item.TaxableValue is not decimal taxable)
            return;
        if (igst is not null && item.GstRate is decimal rate)
        {
            decimal whole = withoutPayment ? 0 : rate;
            item.IgstAmount ??= igst.Value ? Round(taxable * whole / 100) : 0;
            item.CgstAmount ??= igst.Value ? 0 : Round(taxable * whole / 200);
            item.SgstAmount ??= igst.Value ? 0 : Round(taxable * whole / 200);
        }
        if (item.CessRate is decimal cess)
            item.CessAmount ??= Round(taxable * cess / 100);
        if (item.StateCessRate is decimal stateCess)
            item.StateCessAmount ??= Round(taxable * stateCess / 100);
    }

    // Under reverse charge the buyer owes the seller the value alone; NIC takes the total with or without the tax.
    private static decimal? TotalOf(InvoiceItem item, bool reverseCharge)
    {
        if (item.TaxableValue is not decimal taxable)
            return null;
        decimal tax = reverseCharge ? 0 : Tax(item);
        return taxable + tax + (item.OtherCharges ?? 0);
    }

    private static decimal Tax(InvoiceItem item) =>
        (item.IgstAmount ?? 0) + (item.CgstAmount ?? 0) + (item.SgstAmount ?? 0)
        + (item.CessAmount ?? 0) + (item.CessNonAdvalorem ?? 0) + (item.StateCessAmount ?? 0) + (item.StateCessNonAdvalorem ?? 0);

    private static void CompleteTotals(InvoiceTotals totals, List<InvoiceItem> items)
    {
        totals.TaxableValue ??= Sum(items, item => item.TaxableValue);
        totals.Cgst ??= Sum(items, item => item.CgstAmount);
        totals.Sgst ??= Sum(items, item => item.SgstAmount);
        totals.Igst ??= Sum(items, item => item.IgstAmount);
        totals.Cess ??= Sum(items, item => (item.CessAmount ?? 0) + (item.CessNonAdvalorem ?? 0));
        totals.StateCess ??= Sum(items, item => (item.StateCessAmount ?? 0) + (item.StateCessNonAdvalorem ?? 0));
        if (Sum(items, item => item.Total) is not decimal lines)
            return;
        decimal value = lines - (totals.Discount ?? 0) + (totals.OtherCharges ?? 0);
        // A total given without its round-off says what the round-off was.
        if (totals.RoundOff is null && totals.Total is decimal total && total != value && Math.Abs(total - value) <= MaxRoundOff)
            totals.RoundOff = total - value;
        totals.Total ??= value + (totals.RoundOff ?? 0);
    }

    // Null while a line lacks the amount: a sum of some lines would be a wrong total.
    private static decimal? Sum(List<InvoiceItem> items, Func<InvoiceItem, decimal?> amount)
    {
        decimal sum = 0;
        foreach (InvoiceItem item in items)
        {
            if (amount(item) is not decimal value)
                return null;
            sum += value;
        }
        return sum;
    }
}
