namespace OctaEInvoice.Sandbox.Taxpayers;

/// <summary>Where a taxpayer is.</summary>
/// <param name="StateCode">The state's number.</param>
/// <param name="Location">City.</param>
/// <param name="Pin">PIN code.</param>
internal sealed record TaxpayerPlace(int StateCode, string Location, int Pin);
