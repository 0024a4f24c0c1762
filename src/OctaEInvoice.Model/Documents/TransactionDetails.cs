namespace OctaEInvoice;

/// <summary>How the supply is taxed.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object TranDtls.</remarks>
public sealed class TransactionDetails
{
    /// <summary>Tax scheme, always GST (TaxSch; 3 to 10 characters; required).</summary>
    public string? TaxScheme { get; set; }

    /// <summary>Supply type: B2B, SEZWP, SEZWOP, EXPWP, EXPWOP or DEXP; B2C only for a payment QR code (SupTyp; 3 to 10 characters; required).</summary>
    public string? SupplyType { get; set; }

    /// <summary>Y when the buyer pays the tax (reverse charge), else N (RegRev; 1 characters).</summary>
    public string? ReverseCharge { get; set; }

    /// <summary>Y when IGST is charged although seller and place of supply are in one state (IgstOnIntra; 1 characters).</summary>
    public string? IgstOnIntra { get; set; }

    /// <summary>GSTIN of the e-commerce operator (EcmGstin; 15 characters).</summary>
    public string? EcommerceGstin { get; set; }
}
