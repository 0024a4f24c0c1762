using System.Globalization;

namespace OctaEInvoice.Engine.Schema;

/// <summary>Words for what a field accepts.</summary>
internal static class FieldConstraints
{
    internal static string Describe(FieldFacts facts) => facts.Kind switch
    {
        FieldKind.Date or FieldKind.WideDate => $"a date as dd/MM/yyyy, {facts.Years!.FirstDay.ToWireString()} or later",
        _ when facts.Values.Count > 0 => facts.Values.Count == 1 ? facts.Values[0] : "one of " + string.Join(", ", facts.Values),
        _ when facts.IsNumber => DescribeNumber(facts),
        _ => DescribeText(facts),
    };

    private static string DescribeNumber(FieldFacts facts)
    {
        string range = string.Format(CultureInfo.InvariantCulture, "a number from {0} to {1}", facts.Min, facts.Max);
        return facts.Decimals == 0 ? range + " without decimals" : range + $" with at most {facts.Decimals} decimals";
    }

    private static string DescribeText(FieldFacts facts)
    {
        string length = facts.Min == facts.Max
            ? string.Format(CultureInfo.InvariantCulture, "{0} characters", facts.Min)
            : string.Format(CultureInfo.InvariantCulture, "{0} to {1} characters", facts.Min, facts.Max);
        if (Form(facts) is not string form)
            return length;
        return SaysItsLength(facts) ? form : $"{form}, {length}";
    }

    private static bool SaysItsLength(FieldFacts facts) =>
        facts.Kind == FieldKind.Gstin || facts.Path is "ItemList[].HsnCd" or "BuyerDtls.Gstin" or "ShipDtls.Gstin";

    private static string? Form(FieldFacts facts) => facts.Path switch
    {
        "DocDtls.No" or "RefDtls.PrecDocDtls[].InvNo" => "letters, digits, / and -, not starting with 0, / or -",
        "ItemList[].HsnCd" => "4, 6 or 8 digits, not all zero",
        "BuyerDtls.Gstin" or "ShipDtls.Gstin" => "a GSTIN (2 digits, then 13 digits or capitals) or URP",
        "EwbDtls.TransDocNo" => "letters, digits, / and -",
        _ => facts.Kind switch
        {
            FieldKind.Gstin => "a GSTIN: 2 digits, then 13 digits or capitals",
            FieldKind.State => "a state code of digits, not 0",
            FieldKind.Digits => "digits only",
            FieldKind.Vehicle => "letters and digits without blanks",
            FieldKind.Code => facts.WireName == "Port" ? "letters and digits" : "letters",
            FieldKind.Text when facts.WireName == "Em" => "an e-mail address",
            FieldKind.Text => "text without \" and \\",
            _ => null,
        },
    };
}
