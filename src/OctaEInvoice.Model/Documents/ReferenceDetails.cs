namespace OctaEInvoice;

/// <summary>What the document refers to.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object RefDtls.</remarks>
public sealed class ReferenceDetails
{
    /// <summary>Remarks (InvRm; 3 to 100 characters).</summary>
    public string? Remarks { get; set; }

    /// <summary>The period covered (DocPerdDtls).</summary>
    public DocumentPeriod? Period { get; set; }

    /// <summary>Earlier documents (PrecDocDtls).</summary>
    public List<PrecedingDocument>? PrecedingDocuments { get; set; }

    /// <summary>Contracts, tenders, orders (ContrDtls).</summary>
    public List<ContractReference>? Contracts { get; set; }
}

/// <summary>The period that the document covers.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object RefDtls.DocPerdDtls.</remarks>
public sealed class DocumentPeriod
{
    /// <summary>First day of the period (InvStDt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? StartDate { get; set; }

    /// <summary>Last day of the period (InvEndDt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? EndDate { get; set; }
}

/// <summary>An earlier document that this one refers to; a credit or debit note names its invoice here.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object RefDtls.PrecDocDtls.</remarks>
public sealed class PrecedingDocument
{
    /// <summary>Number of the earlier document (InvNo; 1 to 16 characters; required).</summary>
    public string? Number { get; set; }

    /// <summary>Date of the earlier document (InvDt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? Date { get; set; }

    /// <summary>Other reference (OthRefNo; 1 to 20 characters).</summary>
    public string? OtherReference { get; set; }
}

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
