namespace OctaEInvoice.Engine.Registration;

/// <summary>What to do next for a document.</summary>
public enum RegistrationStep
{
    /// <summary>Send it (generateirn).</summary>
    Send,

    /// <summary>Wait a while, then send it again: safe, because the portal refuses a second registration of the key.</summary>
    SendAgain,

    /// <summary>Ask for Octa's own record (getdocirninfo).</summary>
    LookUpRecord,

    /// <summary>Ask the portal by type, number and date (getirnbydoc).</summary>
    LookUpByDocument,

    /// <summary>Ask the portal by the computed IRN, number in upper case (getirn).</summary>
    LookUpByIrn,

    /// <summary>Ask the portal by the IRN computed of the number as typed, as before June 2025 (getirn).</summary>
    LookUpByTypedIrn,

    /// <summary>Ask for the e-way bill that did not come with the IRN (generateewbbyirn).</summary>
    AskForEwb,

    /// <summary>The outcome is known.</summary>
    Finish,
}
