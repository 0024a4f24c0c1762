using System.Globalization;
using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The totals of a document against the sums of its lines.</summary>
internal static class TotalArithmetic
{
    internal static void Check(Findings findings, InvoiceTotals totals, in LineSums sums)
    {
        if (totals.TaxableValue is not null)
            Compare(findings, Rule.TotalTaxableValue, Field.AssVal, sums.TaxableValue.Total, totals.TaxableValue);
        Compare(findings, Rule.TotalSgst, Field.SgstVal, sums.Sgst.Total, totals.Sgst);
        Compare(findings, Rule.TotalCgst, Field.CgstVal, sums.Cgst.Total, totals.Cgst);
        Compare(findings, Rule.TotalIgst, Field.IgstVal, sums.Igst.Total, totals.Igst);
        Compare(findings, Rule.TotalCess, Field.CesVal, sums.Cess.Total, totals.Cess);
        Compare(findings, Rule.TotalStateCess, Field.StCesVal, sums.StateCess.Total, totals.StateCess);
        if (totals.Total is not null)
            CheckInvoiceTotal(findings, totals, sums.Total.Total);
    }

    // Discount and other charges are those of the whole document, beyond what the lines have.
    private static void CheckInvoiceTotal(Findings findings, InvoiceTotals totals, decimal? ofLines)
    {
        if (findings.Sound(Field.InvoiceDiscount) && findings.Sound(Field.InvoiceOthChrg) && findings.Sound(Field.RndOffAmt))
            Compare(findings, Rule.InvoiceTotal, Field.TotInvVal, ofLines - (totals.Discount ?? 0) + (totals.OtherCharges ?? 0) + (totals.RoundOff ?? 0), totals.Total);
    }

    private static void Compare(Findings findings, Rule rule, FieldFacts field, decimal? calculated, decimal? given)
    {
        if (calculated is not decimal sum || !findings.Sound(field) || Tolerance.Allows(sum, given ?? 0))
            return;
        findings.Add(rule, given?.ToString(CultureInfo.InvariantCulture), Tolerance.Describe(sum));
    }
}
