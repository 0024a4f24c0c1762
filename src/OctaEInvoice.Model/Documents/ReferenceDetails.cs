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
