using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Arithmetic of one line. Each amount is checked once: what follows from a wrong one is left alone.</summary>
internal static class LineArithmetic
{
    private static readonly FieldFacts[] GrossInputs = [NicFields.Qty, NicFields.UnitPrice, NicFields.TotAmt];
    private static readonly FieldFacts[] TaxableInputs = [NicFields.TotAmt, NicFields.Discount, NicFields.AssAmt];
    private static readonly FieldFacts[] IgstInputs = [NicFields.AssAmt, NicFields.GstRt, NicFields.IgstAmt];
    private static readonly FieldFacts[] HalvesInputs = [NicFields.CgstAmt, NicFields.SgstAmt];
    private static readonly FieldFacts[] HalvesBases = [NicFields.AssAmt, NicFields.GstRt];
    private static readonly FieldFacts[] CessInputs = [NicFields.AssAmt, NicFields.CesRt, NicFields.CesAmt];
    private static readonly FieldFacts[] StateCessInputs = [NicFields.AssAmt, NicFields.StateCesRt, NicFields.StateCesAmt];

    private static readonly FieldFacts[] TotalInputs =
    [
        NicFields.AssAmt, NicFields.IgstAmt, NicFields.CgstAmt, NicFields.SgstAmt, NicFields.CesAmt, NicFields.CesNonAdvlAmt,
        NicFields.StateCesAmt, NicFields.StateCesNonAdvlAmt, NicFields.ItemOthChrg, NicFields.TotItemVal,
    ];

    internal static WrongAmounts Check(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        CheckGross(document, item, i);
        if (!IsTaxableValueRight(document, item, i))
            return WrongAmounts.TaxableValue;
        WrongAmounts wrong = CheckTaxes(document, item, i);
        // Notes correct amounts of other documents: NIC compares their taxes with no rate.
        if (!document.Supply.IsNote)
        {
            if (!IsCessRight(document, item, i))
                wrong |= WrongAmounts.Cess;
            if (!IsStateCessRight(document, item, i))
                wrong |= WrongAmounts.StateCess;
        }
        if (wrong == WrongAmounts.None && !IsTotalRight(document, item, i))
            wrong = WrongAmounts.Total;
        return wrong;
    }

    private static void CheckGross(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.Quantity is not decimal quantity || item.UnitPrice is not decimal price || item.GrossAmount is not decimal gross)
            return;
        // A note about a price has no quantity (nic-rules 2.6).
        if ((document.Supply.IsNote && quantity == 0) || !document.Sound(GrossInputs, i))
            return;
        decimal calculated = quantity * price;
        if (!Tolerance.Allows(calculated, gross))
            document.Add(Rule.GrossAmount, Text(gross), Tolerance.Describe(calculated), i);
    }

    private static bool IsTaxableValueRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.GrossAmount is not decimal gross || item.TaxableValue is not decimal taxable || !document.Sound(TaxableInputs, i))
            return true;
        return IsRight(document, Rule.TaxableValue, gross - (item.Discount ?? 0), taxable, i);
    }

    private static WrongAmounts CheckTaxes(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (document.Supply.BearsIgst is not bool bearsIgst)
            return WrongAmounts.None;
        if (bearsIgst)
        {
            if (HasAmount(document, item.CgstAmount, NicFields.CgstAmt, Rule.CgstBetweenStates, i) || HasAmount(document, item.SgstAmount, NicFields.SgstAmt, Rule.SgstBetweenStates, i))
                return WrongAmounts.None;
            return IsIgstRight(document, item, i) ? WrongAmounts.None : WrongAmounts.Igst;
        }
        if (HasAmount(document, item.IgstAmount, NicFields.IgstAmt, Rule.IgstWithinState, i))
            return WrongAmounts.None;
        return AreHalvesRight(document, item, i) ? WrongAmounts.None : WrongAmounts.CgstAndSgst;
    }

    private static bool HasAmount(DocumentUnderCheck document, decimal? amount, FieldFacts field, Rule rule, int i)
    {
        if (amount is null or 0 || !document.Sound(field, i))
            return false;
        document.Add(rule, Text(amount), item: i);
        return true;
    }

    private static bool IsIgstRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (document.Supply.IsNote || item.TaxableValue is not decimal taxable || item.GstRate is not decimal rate || !document.Sound(IgstInputs, i))
            return true;
        // Without payment the rate may be given although no tax is charged.
        if (document.Supply.IsWithoutPayment && item.IgstAmount is null or 0)
            return true;
        return IsRight(document, Rule.IgstAmount, taxable * rate * 0.01m, item.IgstAmount, i);
    }

    private static bool AreHalvesRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (!document.Sound(HalvesInputs, i))
            return true;
        decimal cgst = item.CgstAmount ?? 0;
        decimal sgst = item.SgstAmount ?? 0;
        if (!document.Supply.IsNote && item.TaxableValue is decimal taxable && item.GstRate is decimal rate && document.Sound(HalvesBases, i))
        {
            decimal half = taxable * rate * 0.005m;
            bool isCgstRight = IsRight(document, Rule.CgstAmount, half, item.CgstAmount, i);
            // Both halves wrong by the same amount are one mistake.
            bool isSgstRight = !isCgstRight && sgst == cgst ? isCgstRight : IsRight(document, Rule.SgstAmount, half, item.SgstAmount, i);
            if (!isCgstRight || !isSgstRight)
                return false;
        }
        return IsRight(document, Rule.CgstEqualsSgst, cgst, item.SgstAmount, i);
    }

    private static bool IsCessRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.CessAmount is null && item.CessRate is null)
            return true;
        if (item.TaxableValue is not decimal taxable || !document.Sound(CessInputs, i))
            return true;
        return IsRight(document, Rule.CessAmount, taxable * (item.CessRate ?? 0) * 0.01m, item.CessAmount, i);
    }

    private static bool IsStateCessRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.StateCessAmount is null && item.StateCessRate is null)
            return true;
        if (item.TaxableValue is not decimal taxable || !document.Sound(StateCessInputs, i))
            return true;
        return IsRight(document, Rule.StateCessAmount, taxable * (item.StateCessRate ?? 0) * 0.01m, item.StateCessAmount, i);
    }

    private static bool IsTotalRight(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.Total is not decimal total || item.TaxableValue is not decimal taxable || !document.Sound(TotalInputs, i))
            return true;
        decimal charges = taxable + (item.OtherCharges ?? 0);
        decimal cesses = (item.CessAmount ?? 0) + (item.CessNonAdvalorem ?? 0) + (item.StateCessAmount ?? 0) + (item.StateCessNonAdvalorem ?? 0);
        decimal withTax = charges + (item.IgstAmount ?? 0) + (item.CgstAmount ?? 0) + (item.SgstAmount ?? 0) + cesses;
        if (Tolerance.Allows(withTax, total))
            return true;
        if (!document.Supply.MayTotalWithoutTax)
        {
            document.Add(Rule.ItemTotal, Text(total), Tolerance.Describe(withTax), i);
            return false;
        }
        // NIC says "without tax" and not whether a cess is one: both readings pass.
        if (Tolerance.Allows(charges, total) || Tolerance.Allows(charges + cesses, total))
            return true;
        document.Add(Rule.ItemTotal, Text(total), $"{Tolerance.Describe(withTax)}, or {Tolerance.Describe(charges)} without tax", i);
        return false;
    }

    private static bool IsRight(DocumentUnderCheck document, Rule rule, decimal calculated, decimal? given, int i)
    {
        if (Tolerance.Allows(calculated, given ?? 0))
            return true;
        document.Add(rule, Text(given), Tolerance.Describe(calculated), i);
        return false;
    }

    private static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Amounts of one line that a rule has refused: what follows from them is not reported again.</summary>
[Flags]
internal enum WrongAmounts
{
    None = 0,
    TaxableValue = 1,
    Igst = 2,
    CgstAndSgst = 4,
    Cess = 8,
    StateCess = 16,
    Total = 32,
}
