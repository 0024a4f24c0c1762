using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>NIC's arithmetic with its tolerance (nic-rules 2.2): the lines, then the totals against their sums.</summary>
internal static class ArithmeticRules
{
    internal static void Check(DocumentUnderCheck document)
    {
        if (document.Invoice.Items is not { Count: > 0 } items)
            return;
        var sums = default(LineSums);
        for (int i = 0; i < items.Count; i++)
        {
            WrongAmounts wrong = LineArithmetic.Check(document, items[i], i);
            Add(document, ref sums, items[i], i, wrong);
        }
        if (document.Invoice.Totals is InvoiceTotals totals)
            TotalArithmetic.Check(document, totals, sums);
    }

    private static void Add(DocumentUnderCheck document, ref LineSums sums, InvoiceItem item, int i, WrongAmounts wrong)
    {
        sums.TaxableValue.Add(item.TaxableValue ?? 0, item.TaxableValue is not null && (wrong & WrongAmounts.TaxableValue) == 0 && document.Sound(NicFields.AssAmt, i));
        sums.Igst.Add(item.IgstAmount ?? 0, (wrong & WrongAmounts.Igst) == 0 && document.Sound(NicFields.IgstAmt, i));
        sums.Cgst.Add(item.CgstAmount ?? 0, (wrong & WrongAmounts.CgstAndSgst) == 0 && document.Sound(NicFields.CgstAmt, i));
        sums.Sgst.Add(item.SgstAmount ?? 0, (wrong & WrongAmounts.CgstAndSgst) == 0 && document.Sound(NicFields.SgstAmt, i));
        bool isCessSound = (wrong & WrongAmounts.Cess) == 0 && document.Sound(NicFields.CesAmt, i) && document.Sound(NicFields.CesNonAdvlAmt, i);
        sums.Cess.Add((item.CessAmount ?? 0) + (item.CessNonAdvalorem ?? 0), isCessSound);
        bool isStateCessSound = (wrong & WrongAmounts.StateCess) == 0 && document.Sound(NicFields.StateCesAmt, i) && document.Sound(NicFields.StateCesNonAdvlAmt, i);
        sums.StateCess.Add((item.StateCessAmount ?? 0) + (item.StateCessNonAdvalorem ?? 0), isStateCessSound);
        sums.Total.Add(item.Total ?? 0, item.Total is not null && IsTaxKnown(document.Invoice, item) && (wrong & WrongAmounts.Total) == 0 && document.Sound(NicFields.TotItemVal, i));
    }

    // Without the seller's state nobody can say which tax a line bears, and none was computed: its total is not one to compare with.
    private static bool IsTaxKnown(OctaInvoice invoice, InvoiceItem item) =>
        item.GstRate is not > 0 || item.IgstAmount > 0 || item.CgstAmount > 0 || item.SgstAmount > 0 || SupplyKind.ChargesIgst(invoice) is not null;
}
