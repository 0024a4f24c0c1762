namespace OctaEInvoice;

/// <summary>What an error code means for sending again. The words are those of the error catalogue.</summary>
/// <remarks>The classes are this module's own reading; neither Octa nor NIC publishes any.</remarks>
public enum RetryClass
{
    /// <summary>The catalogue does not have the code: nothing is known, so the document is in doubt.</summary>
    Unknown,

    /// <summary>A definite refusal: the same data must not be sent again.</summary>
    No,

    /// <summary>A passing fault of a server: try again with growing waits.</summary>
    Yes,

    /// <summary>Try again once; a second time it is a real error.</summary>
    Once,

    /// <summary>Too many requests: pause the whole run and go on slower.</summary>
    Throttle,

    /// <summary>Blocked for a time because of many faulty requests: stop the run.</summary>
    Later,

    /// <summary>The document or e-way bill exists already: fetch it, do not send it again.</summary>
    Lookup,

    /// <summary>The portal's copy of the GSTIN register may be old: verify the GSTIN, then try again once.</summary>
    Sync,
}
