namespace OctaEInvoice.Engine.Cancellation;

/// <summary>How a cancellation ended.</summary>
public enum CancelVerdict
{
    /// <summary>The server confirmed it.</summary>
    Cancelled,

    /// <summary>An attempt of this run was not answered, but the status says cancelled.</summary>
    FoundCancelled,

    /// <summary>It was cancelled before this run, which counts as done.</summary>
    CancelledBefore,

    /// <summary>Refused by the server; it stays in force.</summary>
    Rejected,

    /// <summary>Nobody could tell whether it is cancelled.</summary>
    InDoubt,

    /// <summary>The request could not be sent; it stays in force.</summary>
    NotSent,
}
