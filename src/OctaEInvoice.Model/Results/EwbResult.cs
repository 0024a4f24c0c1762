namespace OctaEInvoice;

/// <summary>An e-way bill as the server answers it.</summary>
/// <remarks>Source: answers of generateewbbyirn and getewbbyirn.</remarks>
public sealed class EwbResult
{
    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>IRN of the document that the goods travel with.</summary>
    public string? Irn { get; set; }

    /// <summary>Number of the e-way bill, 12 digits.</summary>
    public string? EwbNumber { get; set; }

    /// <summary>Active or cancelled.</summary>
    public RecordStatus EwbStatus { get; set; }

    /// <summary>Moment when it was made.</summary>
    public IndiaTime? EwbTime { get; set; }

    /// <summary>Moment until which it is valid; null while the vehicle (Part B) is not given.</summary>
    public IndiaTime? EwbValidTill { get; set; }

    /// <summary>The e-way bill as a PDF file; null unless asked for.</summary>
    public byte[]? EwbPdf { get; set; }

    /// <summary>True when the e-way bill existed already and was fetched.</summary>
    public bool Existed { get; set; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Fields of the answer that the specification does not name, with their JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AdditionalFields { get; set; }

    /// <inheritdoc/>
    public override string ToString() => EwbNumber ?? "";
}
