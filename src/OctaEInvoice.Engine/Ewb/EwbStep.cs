namespace OctaEInvoice.Engine.Ewb;

/// <summary>What to do next for an e-way bill.</summary>
public enum EwbStep
{
    /// <summary>Ask for it (generateewbbyirn).</summary>
    Make,

    /// <summary>Wait a while, then ask again: safe, because the portal makes one active e-way bill for an IRN.</summary>
    MakeAgain,

    /// <summary>Fetch the one that exists (getewbbyirn).</summary>
    Fetch,

    /// <summary>The outcome is known.</summary>
    Finish,
}
