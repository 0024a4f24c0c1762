namespace OctaEInvoice;

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
