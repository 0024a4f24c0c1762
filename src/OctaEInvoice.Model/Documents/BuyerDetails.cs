namespace OctaEInvoice;

/// <summary>The recipient who is billed.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object BuyerDtls.</remarks>
public sealed class BuyerDetails
{
    /// <summary>GSTIN of the buyer, URP for an unregistered person abroad (Gstin; 3 to 15 characters; required).</summary>
    public string? Gstin { get; set; }

    /// <summary>Legal name, as on the PAN (LglNm; 3 to 100 characters; required).</summary>
    public string? LegalName { get; set; }

    /// <summary>Trade name, if it differs (TrdNm; 3 to 100 characters).</summary>
    public string? TradeName { get; set; }

    /// <summary>State code of the place of supply; 96 for exports (Pos; 1 to 2 characters; required).</summary>
    public string? PlaceOfSupply { get; set; }

    /// <summary>First line of the address (Addr1; 1 to 100 characters; required).</summary>
    public string? Address1 { get; set; }

    /// <summary>Second line of the address (Addr2; 3 to 100 characters).</summary>
    public string? Address2 { get; set; }

    /// <summary>City, town or village (Loc; 3 to 100 characters; required).</summary>
    public string? Location { get; set; }

    /// <summary>PIN code; 999999 for exports (Pin; 100000 to 999999).</summary>
    public int? Pin { get; set; }

    /// <summary>State code, two digits; 96 for exports (Stcd; 1 to 2 characters; required).</summary>
    public string? StateCode { get; set; }

    /// <summary>Phone number, 6 to 12 digits (Ph; 6 to 12 characters).</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address (Em; 6 to 100 characters).</summary>
    public string? Email { get; set; }
}
