namespace OctaEInvoice.Sandbox.Taxpayers;

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
