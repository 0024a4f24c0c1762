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

/// <summary>Place of delivery of an e-way bill for a registered document.</summary>
/// <remarks>Source: request of generateewbbyirn, object ExpShipDtls.</remarks>
public sealed class EwbShipTo
{
    /// <summary>GSTIN at the place of delivery (Gstin; NIC takes it from 01/08/2026).</summary>
    public string? Gstin { get; set; }

    /// <summary>Trade name at the place of delivery (TrdNm; NIC takes it from 01/08/2026).</summary>
    public string? TradeName { get; set; }

    /// <summary>First line of the address (Addr1; 1 to 100 characters; required).</summary>
    public string? Address1 { get; set; }

    /// <summary>Second line of the address (Addr2; 3 to 100 characters).</summary>
    public string? Address2 { get; set; }

    /// <summary>City, town or village (Loc; 3 to 100 characters; required).</summary>
    public string? Location { get; set; }

    /// <summary>PIN code (Pin; 100000 to 999999; required).</summary>
    public int? Pin { get; set; }

    /// <summary>State code, two digits (Stcd; required).</summary>
    public string? StateCode { get; set; }
}
