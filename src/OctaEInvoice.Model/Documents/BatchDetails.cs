namespace OctaEInvoice;

/// <summary>The batch that a line comes from.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ItemList.BchDtls.</remarks>
public sealed class BatchDetails
{
    /// <summary>Batch name or number (Nm; 3 to 20 characters; required).</summary>
    public string? Name { get; set; }

    /// <summary>Expiry date of the batch (ExpDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? ExpiryDate { get; set; }

    /// <summary>Warranty date of the batch (WrDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? WarrantyDate { get; set; }
}
