namespace OctaEInvoice;

/// <summary>Who answers with an error code.</summary>
public enum ErrorSource
{
    /// <summary>Octa, in the body of its answer (OCTA-001 to OCTA-300).</summary>
    Octa,

    /// <summary>Octa, in the header Octa-ErrorCode beside an HTTP status of 400 or more.</summary>
    OctaHttp,

    /// <summary>NIC's portal, passed through by Octa.</summary>
    Nic,
}
