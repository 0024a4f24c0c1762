namespace OctaEInvoice.Sandbox.Portal;

/// <summary>A taxpayer as getgstin answers him.</summary>
internal sealed record Taxpayer
{
    internal required string Gstin { get; init; }

    internal required string TradeName { get; init; }

    internal required string LegalName { get; init; }

    internal required string BuildingName { get; init; }

    internal required string BuildingNumber { get; init; }

    internal required string Street { get; init; }

    internal required TaxpayerPlace Place { get; init; }

    internal TaxpayerStanding Standing { get; init; } = TaxpayerStanding.Good;

    /// <summary>Where payments by UPI go, such as name@bank.</summary>
    internal required string UpiAddress { get; init; }
}

/// <summary>Where a taxpayer is.</summary>
/// <param name="StateCode">The state's number.</param>
/// <param name="Location">City.</param>
/// <param name="Pin">PIN code.</param>
internal sealed record TaxpayerPlace(int StateCode, string Location, int Pin);

/// <summary>What a taxpayer may do.</summary>
/// <param name="Type">REG, or SEZ for a unit in a special economic zone.</param>
/// <param name="Status">ACT active, CNL cancelled, INA inactive, PRO provisional.</param>
/// <param name="BlockStatus">B when making e-way bills is blocked; null or U when it isn't.</param>
internal sealed record TaxpayerStanding(string Type, string Status, string? BlockStatus)
{
    internal static readonly TaxpayerStanding Good = new("REG", "ACT", null);

    internal bool IsSezUnit => Type == "SEZ";

    internal bool IsCancelled => Status == "CNL";

    internal bool IsInactive => Status == "INA";

    internal bool IsBlocked => BlockStatus == "B";

    /// <summary>True for the one that the register does not know.</summary>
    internal bool IsUnknown => Status == "UNKNOWN";
}
