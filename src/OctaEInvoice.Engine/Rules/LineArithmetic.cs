using System.Globalization;
using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Arithmetic of one line. Each amount is checked once: what follows from a wrong one is left alone.</summary>
internal static class LineArithmetic
{
    private static readonly FieldFacts[] GrossInputs = [Field.Qty, Field.UnitPrice, Field.TotAmt];
    private static readonly FieldFacts[] TaxableInputs = [Field.TotAmt, Field.Discount, Field.AssAmt];
    private static readonly FieldFacts[] IgstInputs = [Field.AssAmt, Field.GstRt, Field.IgstAmt];
    private static readonly FieldFacts[] HalvesInputs = [Field.CgstAmt, Field.SgstAmt];
    private static readonly FieldFacts[] HalvesBases = [Field.AssAmt, Field.GstRt];
    private static readonly FieldFacts[] CessInputs = [Field.AssAmt, Field.CesRt, Field.CesAmt];
    private static readonly FieldFacts[] StateCessInputs = [Field.AssAmt, Field.StateCesRt, Field.StateCesAmt];

    private static readonly FieldFacts[] TotalInputs =
    [
        Field.AssAmt, Field.IgstAmt, Field.CgstAmt, Field.SgstAmt, Field.CesAmt, Field.CesNonAdvlAmt,
        Field.StateCesAmt, Field.StateCesNonAdvlAmt, Field.ItemOthChrg, Field.TotItemVal,
    ];

    internal static WrongAmounts Check(Findings findings, InvoiceItem item, int i)
    {
        CheckGross(findings, item, i);
        if (!IsTaxableValueRight(findings, item, i))
            return WrongAmounts.TaxableValue;
        WrongAmounts wrong = CheckTaxes(findings, item, i);
        // Notes correct amounts of other documents: NIC compares their taxes with no rate.
        if (!findings.Supply.IsNote)
        {
            if (!IsCessRight(findings, item, i))
                wrong |= WrongAmounts.Cess;
            if (!IsStateCessRight(findings, item, i))
                wrong |= WrongAmounts.StateCess;
        }
        if (wrong == WrongAmounts.None && !IsTotalRight(findings, item, i))
            wrong = WrongAmounts.Total;
        return wrong;
    }

    private static void CheckGross(Findings findings, InvoiceItem item, int i)
    {
        if (item.Quantity is not decimal quantity || item.UnitPrice is not decimal price || item.GrossAmount is not decimal gross)
            return;
        // A note about a price has no quantity (nic-rules 2.6).
        if ((findings.Supply.IsNote && quantity == 0) || !findings.Sound(GrossInputs, i))
            return;
        decimal calculated = quantity * price;
        if (!Tolerance.Allows(calculated, gross))
            findings.Add(Rule.GrossAmount, Text(gross), Tolerance.Describe(calculated), i);
    }

    private static bool IsTaxableValueRight(Findings findings, InvoiceItem item, int i)
    {
        if (item.GrossAmount is not decimal gross || item.TaxableValue is not decimal taxable || !findings.Sound(TaxableInputs, i))
            return true;
        return IsRight(findings, Rule.TaxableValue, gross - (item.Discount ?? 0), taxable, i);
    }

    private static WrongAmounts CheckTaxes(Findings findings, InvoiceItem item, int i)
    {
        if (findings.Supply.BearsIgst is not bool bearsIgst)
            return WrongAmounts.None;
        if (bearsIgst)
        {
            if (HasAmount(findings, item.CgstAmount, Field.CgstAmt, Rule.CgstBetweenStates, i) || HasAmount(findings, item.SgstAmount, Field.SgstAmt, Rule.SgstBetweenStates, i))
                return WrongAmounts.None;
            return IsIgstRight(findings, item, i) ? WrongAmounts.None : WrongAmounts.Igst;
        }
        if (HasAmount(findings, item.IgstAmount, Field.IgstAmt, Rule.IgstWithinState, i))
            return WrongAmounts.None;
        return AreHalvesRight(findings, item, i) ? WrongAmounts.None : WrongAmounts.CgstAndSgst;
    }

    private static bool HasAmount(Findings findings, decimal? amount, FieldFacts field, Rule rule, int i)
    {
        if (amount is null or 0 || !findings.Sound(field, i))
            return false;
        findings.Add(rule, Text(amount), item: i);
        return true;
    }

    private static bool IsIgstRight(Findings findings, InvoiceItem item, int i)
    {
        if (findings.Supply.IsNote || item.TaxableValue is not decimal taxable || item.GstRate is not decimal rate || !findings.Sound(IgstInputs, i))
            return true;
        // Without payment the rate may be given although no tax is charged.
        if (findings.Supply.IsWithoutPayment && item.IgstAmount is null or 0)
            return true;
        return IsRight(findings, Rule.IgstAmount, taxable * rate * 0.01m, item.IgstAmount, i);
    }

    private static bool AreHalvesRight(Findings findings, InvoiceItem item, int i)
    {
        if (!findings.Sound(HalvesInputs, i))
            return true;
        decimal cgst = item.CgstAmount ?? 0;
        decimal sgst = item.SgstAmount ?? 0;
        if (!findings.Supply.IsNote && item.TaxableValue is decimal taxable && item.GstRate is decimal rate && findings.Sound(HalvesBases, i))
        {
            decimal half = taxable * rate * 0.005m;
            bool isCgstRight = IsRight(findings, Rule.CgstAmount, half, item.CgstAmount, i);
            // Both halves wrong by the same amount are one mistake.
            bool isSgstRight = !isCgstRight && sgst == cgst ? isCgstRight : IsRight(findings, Rule.SgstAmount, half, item.SgstAmount, i);
            if (!isCgstRight || !isSgstRight)
                return false;
        }
        return IsRight(findings, Rule.CgstEqualsSgst, cgst, item.SgstAmount, i);
    }

    private static bool IsCessRight(Findings findings, InvoiceItem item, int i)
    {
        if (item.CessAmount is null && item.CessRate is null)
            return true;
        if (item.TaxableValue is not decimal taxable || !findings.Sound(CessInputs, i))
            return true;
        return IsRight(findings, Rule.CessAmount, taxable * (item.CessRate ?? 0) * 0.01m, item.CessAmount, i);
    }

    private static bool IsStateCessRight(Findings findings, InvoiceItem item, int i)
    {
        if (item.StateCessAmount is null && item.StateCessRate is null)
            return true;
        if (item.TaxableValue is not decimal taxable || !findings.Sound(StateCessInputs, i))
            return true;
        return IsRight(findings, Rule.StateCessAmount, taxable * (item.StateCessRate ?? 0) * 0.01m, item.StateCessAmount, i);
    }

    private static bool IsTotalRight(Findings findings, InvoiceItem item, int i)
    {
        if (item.Total is not decimal total || item.TaxableValue is not decimal taxable || !findings.Sound(TotalInputs, i))
            return true;
        decimal charges = taxable + (item.OtherCharges ?? 0);
        decimal cesses = (item.CessAmount ?? 0) + (item.CessNonAdvalorem ?? 0) + (item.StateCessAmount ?? 0) + (item.StateCessNonAdvalorem ?? 0);
        decimal withTax = charges + (item.IgstAmount ?? 0) + (item.CgstAmount ?? 0) + (item.SgstAmount ?? 0) + cesses;
        if (Tolerance.Allows(withTax, total))
            return true;
        if (!findings.Supply.MayTotalWithoutTax)
        {
            findings.Add(Rule.ItemTotal, Text(total), Tolerance.Describe(withTax), i);
            return false;
        }
        // NIC says "without tax" and not whether a cess is one: both readings pass.
        if (Tolerance.Allows(charges, total) || Tolerance.Allows(charges + cesses, total))
            return true;
        findings.Add(Rule.ItemTotal, Text(total), $"{Tolerance.Describe(withTax)}, or {Tolerance.Describe(charges)} without tax", i);
        return false;
    }

    private static bool IsRight(Findings findings, Rule rule, decimal calculated, decimal? given, int i)
    {
        if (Tolerance.Allows(calculated, given ?? 0))
            return true;
        findings.Add(rule, Text(given), Tolerance.Describe(calculated), i);
        return false;
    }

    private static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
