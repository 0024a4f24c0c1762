namespace OctaEInvoice;

/// <summary>Export particulars.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ExpDtls.</remarks>
public sealed class ExportDetails
{
    /// <summary>Shipping bill number (ShipBNo; 1 to 20 characters).</summary>
    public string? ShippingBillNumber { get; set; }

    /// <summary>Shipping bill date (ShipBDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? ShippingBillDate { get; set; }

    /// <summary>Port code of NIC's master, for example INABG1 (Port; 2 to 10 characters).</summary>
    public string? PortCode { get; set; }

    /// <summary>Y when a refund is claimed (RefClm; 1 characters).</summary>
    public string? RefundClaim { get; set; }

    /// <summary>Foreign currency, ISO 4217 (ForCur; 3 to 16 characters).</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>Country of destination, two letters (CntCode; 2 characters).</summary>
    public string? CountryCode { get; set; }

    /// <summary>Export duty in rupees (ExpDuty; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? ExportDuty { get; set; }
}
