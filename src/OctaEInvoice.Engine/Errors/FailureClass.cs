namespace OctaEInvoice.Engine.Errors;

/// <summary>Classes of failure; their names are the ids of error records and never change.</summary>
public enum FailureClass
{
    /// <summary>The checks here found an error; nothing was sent.</summary>
    OctaValidation,

    /// <summary>The server refused the document.</summary>
    OctaRejected,

    /// <summary>The document may be registered; nobody could tell.</summary>
    OctaInDoubt,

    /// <summary>The number belongs to another document.</summary>
    OctaConflict,

    /// <summary>Registered, but the e-way bill asked for did not come.</summary>
    OctaEwbMissing,

    /// <summary>The document could not be sent; this run registered nothing.</summary>
    OctaNotSent,

    /// <summary>The run ended before the document was sent.</summary>
    OctaSkipped,
}
