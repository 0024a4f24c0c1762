namespace OctaEInvoice.Sandbox.Taxpayers;

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
