namespace OctaEInvoice;

/// <summary>Contract, tender and order behind the document.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object RefDtls.ContrDtls.</remarks>
public sealed class ContractReference
{
    /// <summary>Receipt advice number (RecAdvRefr; 1 to 20 characters).</summary>
    public string? ReceiptAdviceNumber { get; set; }

    /// <summary>Receipt advice date (RecAdvDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? ReceiptAdviceDate { get; set; }

    /// <summary>Tender, lot or batch reference (TendRefr; 1 to 20 characters).</summary>
    public string? TenderReference { get; set; }

    /// <summary>Contract reference (ContrRefr; 1 to 20 characters).</summary>
    public string? ContractNumber { get; set; }

    /// <summary>Any other reference (ExtRefr; 1 to 20 characters).</summary>
    public string? ExternalReference { get; set; }

    /// <summary>Project reference (ProjRefr; 1 to 20 characters).</summary>
    public string? ProjectReference { get; set; }

    /// <summary>Number of the purchase order, at most 16 characters (PORefr; 1 to 16 characters).</summary>
    public string? PurchaseOrderNumber { get; set; }

    /// <summary>Date of the purchase order (PORefDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? PurchaseOrderDate { get; set; }
}
