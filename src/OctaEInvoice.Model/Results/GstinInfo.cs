namespace OctaEInvoice;

/// <summary>A taxpayer as the portal knows him.</summary>
/// <remarks>Source: answer of getgstin.</remarks>
public sealed class GstinInfo
{
    /// <summary>The GSTIN looked up.</summary>
    public string? Gstin { get; set; }

    /// <summary>Trade name.</summary>
    public string? TradeName { get; set; }

    /// <summary>Legal name.</summary>
    public string? LegalName { get; set; }

    /// <summary>Name of the building (AddrBnm).</summary>
    public string? BuildingName { get; set; }

    /// <summary>Number of the building (AddrBno).</summary>
    public string? BuildingNumber { get; set; }

    /// <summary>Floor (AddrFlno).</summary>
    public string? Floor { get; set; }

    /// <summary>Street (AddrSt).</summary>
    public string? Street { get; set; }

    /// <summary>City, town or village (AddrLoc).</summary>
    public string? Location { get; set; }

    /// <summary>State code, two digits.</summary>
    public string? StateCode { get; set; }

    /// <summary>PIN code (AddrPncd).</summary>
    public int? Pin { get; set; }

    /// <summary>Kind of taxpayer, such as REG (TxpType).</summary>
    public string? TaxpayerType { get; set; }

    /// <summary>ACT active, CNL cancelled, INA inactive, PRO provisional, as answered.</summary>
    public string? Status { get; set; }

    /// <summary>True when the taxpayer is active.</summary>
    public bool IsActive => string.Equals(Status, "ACT", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when making e-way bills is blocked for the taxpayer (BlkStatus B).</summary>
    public bool IsEwbBlocked { get; set; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Fields of the answer that the specification does not name, with their JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AdditionalFields { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Gstin} {LegalName}";
}
