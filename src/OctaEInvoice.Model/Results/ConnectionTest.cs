namespace OctaEInvoice;

/// <summary>Whether a connection works: one getgstin of the seller's own GSTIN.</summary>
public sealed class ConnectionTest
{
    // An array: $x[0] works in PowerShell on arrays and lists, not on the compiler's own collections.
    private string[] codes = [];

    /// <summary>True when the server knew the key and the portal answered for the GSTIN.</summary>
    public bool Success { get; set; }

    /// <summary>Name of the profile, or how the connection came about.</summary>
    public string Name { get; set; } = "";

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>Legal name that the portal has for the GSTIN; null when the test failed.</summary>
    public string? LegalName { get; set; }

    /// <summary>Production or Test.</summary>
    public OctaEnvironment Environment { get; set; }

    /// <summary>Address of the server.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Time from request to answer, in milliseconds; null when no answer came.</summary>
    public int? LatencyMs { get; set; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; set; }

    /// <summary>What is wrong, in words; null when nothing is.</summary>
    public string? Problem { get; set; }

    /// <summary>Codes of Octa and NIC that the server answered with.</summary>
    public IReadOnlyList<string> Codes { get => codes; set => codes = [.. value]; }

    /// <summary>What to do about it; null when nothing is wrong.</summary>
    public string? Remedy { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Success ? $"{Name}: connected" : $"{Name}: {Problem}";
}
