namespace OctaEInvoice;

/// <summary>What became of one document.</summary>
public enum DocumentOutcome
{
    /// <summary>Registered by this request.</summary>
    Registered,

    /// <summary>It was registered already; it was looked up and is the same document.</summary>
    Recovered,

    /// <summary>Refused, by the checks here or by the server.</summary>
    Rejected,

    /// <summary>It may be registered; nobody could tell.</summary>
    InDoubt,

    /// <summary>The run ended before it was sent.</summary>
    Skipped,
}
