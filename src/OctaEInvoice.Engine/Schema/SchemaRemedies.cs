namespace OctaEInvoice.Engine.Schema;

/// <summary>What to do about a value that breaks its field's constraint, where more can be said than "correct it".</summary>
internal static class SchemaRemedies
{
    internal static string For(FieldFacts facts, string value) => facts.Path switch
    {
        "ItemList[].HsnCd" when value.Length is 3 or 5 or 7 =>
            "A spreadsheet drops leading zeros: format the column as text, give the code with its leading zero and export again.",
        "ItemList[].HsnCd" => "Give the HSN or SAC code with 4, 6 or 8 digits.",
        "DocDtls.No" when value.Length > 16 => "Use a document number of at most 16 characters.",
        "DocDtls.No" or "RefDtls.PrecDocDtls[].InvNo" => "Use letters, digits, / and - only, and begin with a letter or a digit from 1 to 9.",
        "TranDtls.SupTyp" when value == "B2C" => "Only B2B documents, exports and supplies to SEZ are registered; make a payment QR code for B2C by New-OctaPaymentQr.",
        _ when value.IndexOf('"') >= 0 || value.IndexOf('\\') >= 0 => "Remove quotation marks and backslashes; write inch as in, for example.",
        _ when Array.Exists(value.ToCharArray(), char.IsControl) => "Remove tabs, line breaks and other control characters.",
        _ => $"Correct the value of {facts.Column}.",
    };
}
