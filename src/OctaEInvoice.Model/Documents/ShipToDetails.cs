namespace OctaEInvoice;

/// <summary>Where the goods go, when that is not the buyer's address.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ShipDtls.</remarks>
public sealed class ShipToDetails
{
    /// <summary>GSTIN at the place of delivery, or URP (Gstin; 3 to 15 characters).</summary>
    public string? Gstin { get; set; }

    /// <summary>Legal name (LglNm; 3 to 100 characters; required).</summary>
    public string? LegalName { get; set; }

    /// <summary>Trade name (TrdNm; 3 to 100 characters).</summary>
    public string? TradeName { get; set; }

    /// <summary>First line of the address (Addr1; 1 to 100 characters; required).</summary>
    public string? Address1 { get; set; }

    /// <summary>Second line of the address (Addr2; 3 to 100 characters).</summary>
    public string? Address2 { get; set; }

    /// <summary>City, town or village (Loc; 3 to 100 characters; required).</summary>
    public string? Location { get; set; }

    /// <summary>PIN code (Pin; 100000 to 999999; required).</summary>
    public int? Pin { get; set; }

    /// <summary>State code, two digits (Stcd; 1 to 2 characters; required).</summary>
    public string? StateCode { get; set; }
}
