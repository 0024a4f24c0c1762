using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The totals of a document against the sums of its lines.</summary>
internal static class TotalArithmetic
{
    internal static void Check(DocumentUnderCheck document, InvoiceTotals totals, in LineSums sums)
    {
        if (totals.TaxableValue is not null)
            Compare(document, Rule.TotalTaxableValue, NicFields.AssVal, sums.TaxableValue.Total, totals.TaxableValue);
        Compare(document, Rule.TotalSgst, NicFields.SgstVal, sums.Sgst.Total, totals.Sgst);
        Compare(document, Rule.TotalCgst, NicFields.CgstVal, sums.Cgst.Total, totals.Cgst);
        Compare(document, Rule.TotalIgst, NicFields.IgstVal, sums.Igst.Total, totals.Igst);
        Compare(document, Rule.TotalCess, NicFields.CesVal, sums.Cess.Total, totals.Cess);
        Compare(document, Rule.TotalStateCess, NicFields.StCesVal, sums.StateCess.Total, totals.StateCess);
        if (totals.Total is not null)
            CheckInvoiceTotal(document, totals, sums.Total.Total);
    }

    // Discount and other charges are those of the whole document, beyond what the lines have.
    private static void CheckInvoiceTotal(DocumentUnderCheck document, InvoiceTotals totals, decimal? ofLines)
    {
        if (document.Sound(NicFields.InvoiceDiscount) && document.Sound(NicFields.InvoiceOthChrg) && document.Sound(NicFields.RndOffAmt))
            Compare(document, Rule.InvoiceTotal, NicFields.TotInvVal, ofLines - (totals.Discount ?? 0) + (totals.OtherCharges ?? 0) + (totals.RoundOff ?? 0), totals.Total);
    }

    private static void Compare(DocumentUnderCheck document, Rule rule, FieldFacts field, decimal? calculated, decimal? given)
    {
        if (calculated is not decimal sum || !document.Sound(field) || Tolerance.Allows(sum, given ?? 0))
            return;
        document.Add(rule, given?.ToString(CultureInfo.InvariantCulture), Tolerance.Describe(sum));
    }
}
