using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Input;

/// <summary>A valid cell for every field, and how the wire shows it.</summary>
internal static class FieldSamples
{
    private static readonly Dictionary<string, string> ByPath = new(StringComparer.Ordinal)
    {
        ["Irn"] = new string('a', 64),
        ["DocDtls.No"] = "V/26-27/101",
        ["RefDtls.PrecDocDtls[].InvNo"] = "V/26-27/77",
        ["SellerDtls.Em"] = "accounts@vindhya.example.in",
        ["BuyerDtls.Em"] = "purchase@kaveri.example.in",
        ["ItemList[].SlNo"] = "3",
        ["ItemList[].HsnCd"] = "84831091",
        ["ItemList[].Unit"] = "KGS",
        ["ItemList[].OrgCntry"] = "DE",
        ["ExpDtls.Port"] = "INNSA1",
        ["ExpDtls.ForCur"] = "USD",
        ["ExpDtls.CntCode"] = "AE",
        ["EwbDtls.TransDocNo"] = "LR/4821",
        ["EwbDtls.VehNo"] = "MH14GT4821",
        ["PayDtls.FinInsBr"] = "SBIN0001234",
    };

    /// <summary>A cell that the field accepts.</summary>
    internal static string Cell(FieldFacts facts) => ByPath.TryGetValue(facts.Path, out string? cell) ? cell : facts.Kind switch
    {
        _ when facts.Values.Count > 0 => facts.Values[0],
        FieldKind.Gstin => SampleRow.Buyer,
        FieldKind.State => "29",
        FieldKind.Digits => "9845012345",
        FieldKind.Date or FieldKind.WideDate => "15/11/2026",
        FieldKind.Pin => "560058",
        FieldKind.Integer => "45",
        FieldKind.Amount or FieldKind.Total => "1,23,456.75",
        FieldKind.Quantity or FieldKind.Rate => "12.125",
        FieldKind.Signed => "-0.25",
        _ => "Value 7",
    };

    /// <summary>The cell as JSON has it: texts and days with quotation marks, numbers without.</summary>
    internal static string Wire(FieldFacts facts)
    {
        string cell = Cell(facts);
        return facts.IsNumber ? cell.Replace(",", "", StringComparison.Ordinal) : $"\"{cell}\"";
    }
}
