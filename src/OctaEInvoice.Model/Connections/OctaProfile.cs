namespace OctaEInvoice;

/// <summary>A name for a seller and the way to the server. It names the secret that holds the key, and holds no secret itself.</summary>
public sealed class OctaProfile
{
    /// <summary>Name of the profile; its letter case does not matter.</summary>
    public string Name { get; set; } = "";

    /// <summary>GSTIN of the seller; null when each document names its own.</summary>
    public string? Gstin { get; set; }

    /// <summary>Name and address of the seller, for documents that have none; null when the profile has none either.</summary>
    public SellerDetails? Seller { get; set; }

    /// <summary>Address of the server; null for Octa's own.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>What the server is.</summary>
    public OctaEnvironment Environment { get; set; }

    /// <summary>SecretManagement vault that holds the key; null when none was stored yet.</summary>
    public string? VaultName { get; set; }

    /// <summary>Name of the secret with Key Id and Key Secret in that vault.</summary>
    public string? SecretName { get; set; }

    /// <summary>Address of a proxy; null for the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>True when the proxy is used with the account's own credential.</summary>
    public bool ProxyUseDefaultCredentials { get; set; }

    /// <summary>Name of the secret with the proxy's credential in the same vault; null for none.</summary>
    public string? ProxySecretName { get; set; }

    /// <summary>Requests in flight at most, 1 to 256; null for the commands' own.</summary>
    public int? ThrottleLimit { get; set; }

    /// <summary>True for the profile that is used when nothing else is given.</summary>
    public bool IsDefault { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
