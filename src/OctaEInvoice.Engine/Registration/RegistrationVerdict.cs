namespace OctaEInvoice.Engine.Registration;

/// <summary>How the state machine ended.</summary>
public enum RegistrationVerdict
{
    /// <summary>Registered by this run.</summary>
    Registered,

    /// <summary>Registered, but the e-way bill asked for did not come.</summary>
    RegisteredWithoutEwb,

    /// <summary>Existed already and is the same document.</summary>
    Recovered,

    /// <summary>Existed already and is the same document, but the e-way bill asked for is not to be had.</summary>
    RecoveredWithoutEwb,

    /// <summary>Refused by the server.</summary>
    Rejected,

    /// <summary>The number belongs to another document.</summary>
    Conflict,

    /// <summary>It is registered, but its data can't be had.</summary>
    RegisteredDataMissing,

    /// <summary>Nobody could tell whether it is registered.</summary>
    InDoubt,

    /// <summary>It could not be sent; this run registered nothing.</summary>
    NotSent,
}
