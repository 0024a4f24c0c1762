namespace OctaEInvoice;

/// <summary>What a connection reaches: the real portal or one for tests.</summary>
public enum OctaEnvironment
{
    /// <summary>Documents are registered with the government. A GSTIN with a wrong check digit is an error.</summary>
    Production,

    /// <summary>Nothing is registered: NIC's test portal, or a sandbox on loopback. A wrong check digit is a warning, since published test GSTINs have one.</summary>
    Test,
}
