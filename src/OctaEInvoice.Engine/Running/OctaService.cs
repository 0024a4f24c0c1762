namespace OctaEInvoice.Engine.Running;

/// <summary>The services behind Octa's address. The portal's e-way bill system may be down while registrations work, and the other way round.</summary>
public enum OctaService
{
    /// <summary>Registration, look-ups of documents and taxpayers, payment QR codes.</summary>
    Irn,

    /// <summary>The e-way bill system: generateewbbyirn, getewbbyirn, cancelewb.</summary>
    Ewb,
}
