namespace OctaEInvoice.Engine.Cancellation;

/// <summary>What to do next for a cancellation.</summary>
public enum CancelStep
{
    /// <summary>Send it (cancelirn, cancelewb).</summary>
    Cancel,

    /// <summary>Wait a while, then send it again: safe, because what is cancelled stays cancelled.</summary>
    CancelAgain,

    /// <summary>Ask for the status (getirn, getewbbyirn).</summary>
    LookUp,

    /// <summary>The outcome is known.</summary>
    Finish,
}
