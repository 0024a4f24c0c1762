namespace OctaEInvoice.Sandbox.Triggers;

/// <summary>What a triggered error befalls.</summary>
internal enum TriggerStep
{
    /// <summary>generateirn and generatepaymentqrcode, before they do anything (ERR-).</summary>
    Register,

    /// <summary>generateirn after the document has been registered: the success is lost (ERRD-).</summary>
    Done,

    /// <summary>getirn, getirnbydoc and getdocirninfo (ERRL-).</summary>
    LookUp,

    /// <summary>cancelirn (ERRC-).</summary>
    CancelIrn,

    /// <summary>Making and fetching the e-way bill: generateewbbyirn, getewbbyirn, and the part of generateirn, which succeeds without one (ERRE-).</summary>
    Ewb,

    /// <summary>cancelewb (ERRX-).</summary>
    CancelEwb,

    /// <summary>getgstin, by the PAN within the GSTIN.</summary>
    Gstin,
}
