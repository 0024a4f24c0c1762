namespace OctaEInvoice;

/// <summary>The period that the document covers.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object RefDtls.DocPerdDtls.</remarks>
public sealed class DocumentPeriod
{
    /// <summary>First day of the period (InvStDt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? StartDate { get; set; }

    /// <summary>Last day of the period (InvEndDt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? EndDate { get; set; }
}
