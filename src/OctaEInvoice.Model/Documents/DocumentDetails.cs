namespace OctaEInvoice;

/// <summary>Type, number and date of the document.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object DocDtls.</remarks>
public sealed class DocumentDetails
{
    /// <summary>Document type: INV, CRN (credit note) or DBN (debit note) (Typ; 3 characters; required).</summary>
    public string? Type { get; set; }

    /// <summary>Document number, 1 to 16 letters, digits, / or -, not starting with 0, / or - (No; 1 to 16 characters; required).</summary>
    public string? Number { get; set; }

    /// <summary>Document date (Dt; dd/MM/yyyy on the wire; required).</summary>
    public IndiaDate? Date { get; set; }
}
