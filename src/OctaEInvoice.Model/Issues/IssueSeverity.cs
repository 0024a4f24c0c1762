namespace OctaEInvoice;

/// <summary>How grave an issue is.</summary>
public enum IssueSeverity
{
    /// <summary>Real, accepted documents break this rule too (nic-rules 2.6); the document is sent, unless -Strict raises it to an error.</summary>
    Warning,

    /// <summary>The server would refuse the document; it is not sent.</summary>
    Error,
}
