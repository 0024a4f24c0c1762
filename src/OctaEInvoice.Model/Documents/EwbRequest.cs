namespace OctaEInvoice;

/// <summary>What an e-way bill for a registered document needs.</summary>
/// <remarks>Source: request of generateewbbyirn; DispDtls from NIC's API, which the specification names in its text only.</remarks>
public sealed class EwbRequest
{
    /// <summary>IRN of the document (Irn; 64 characters; required).</summary>
    public string? Irn { get; set; }

    /// <summary>How the goods travel (TransId to VehType, beside the IRN on the wire).</summary>
    public TransportDetails Transport { get; set; } = new();

    /// <summary>Where the goods go, when the document did not say (ExpShipDtls).</summary>
    public EwbShipTo? ShipTo { get; set; }

    /// <summary>Where the goods start, when the document did not say (DispDtls).</summary>
    public DispatchDetails? Dispatch { get; set; }
}
