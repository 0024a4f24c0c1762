namespace OctaEInvoice.Engine.Rules;

/// <summary>What supply type, states and flags say of the tax on a document (nic-rules 2.2).</summary>
internal static class SupplyKind
{
    /// <summary>State code that stands for abroad.</summary>
    public const string OtherCountries = "96";

    /// <summary>True for EXPWP and EXPWOP.</summary>
    /// <param name="supplyType">Supply type in upper case.</param>
    public static bool IsExport(string? supplyType) => supplyType is "EXPWP" or "EXPWOP";

    /// <summary>True for SEZWP and SEZWOP.</summary>
    /// <param name="supplyType">Supply type in upper case.</param>
    public static bool IsSez(string? supplyType) => supplyType is "SEZWP" or "SEZWOP";

    /// <summary>True for supplies made without payment of tax: EXPWOP and SEZWOP.</summary>
    /// <param name="supplyType">Supply type in upper case.</param>
    public static bool IsWithoutPayment(string? supplyType) => supplyType is "EXPWOP" or "SEZWOP";

    /// <summary>True when IGST is charged: seller and place of supply in two states, exports, SEZ, or IgstOnIntra.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns>Null while seller's state or place of supply is missing.</returns>
    public static bool? ChargesIgst(OctaInvoice invoice)
    {
        string? type = invoice.Transaction?.SupplyType;
        if (IsExport(type) || IsSez(type) || invoice.Transaction?.IgstOnIntra == "Y")
            return true;
        if (invoice.Seller?.StateCode is not { Length: > 0 } seller || invoice.Buyer?.PlaceOfSupply is not { Length: > 0 } place)
            return null;
        return seller.TrimStart('0') != place.TrimStart('0');
    }

    /// <summary>True when the buyer pays the tax to the government himself, so that the document's value is without it.</summary>
    /// <param name="invoice">The document.</param>
    public static bool IsReverseCharge(OctaInvoice invoice) => invoice.Transaction?.ReverseCharge == "Y";
}
