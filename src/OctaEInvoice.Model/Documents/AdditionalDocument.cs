namespace OctaEInvoice;

/// <summary>A supporting document.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object AddlDocDtls.</remarks>
public sealed class AdditionalDocument
{
    /// <summary>Address of the supporting document (Url; 3 to 100 characters).</summary>
    public string? Url { get; set; }

    /// <summary>The supporting document in Base64 (Docs; 3 to 1000 characters).</summary>
    public string? Content { get; set; }

    /// <summary>Additional information (Info; 3 to 1000 characters).</summary>
    public string? Information { get; set; }
}
