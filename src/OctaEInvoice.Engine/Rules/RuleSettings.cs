namespace OctaEInvoice.Engine.Rules;

/// <summary>Against what documents are checked.</summary>
internal sealed class RuleSettings
{
    /// <summary>What the connection reaches; a GSTIN's wrong check digit is an error against production only.</summary>
    public OctaEnvironment Environment { get; init; }

    /// <summary>True raises every warning to an error.</summary>
    public bool Strict { get; init; }

    /// <summary>Today in India.</summary>
    public required IndiaDate Today { get; init; }

    /// <summary>Lists of states, units, ports and so on.</summary>
    public MasterData Masters { get; init; } = MasterData.BuiltIn;

    /// <summary>True for a payment QR code: the document is B2C, and its buyer needs neither GSTIN nor state.</summary>
    public bool ForPaymentQr { get; init; }
}
