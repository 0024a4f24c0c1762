namespace OctaEInvoice.Engine.Errors;

/// <summary>Why a run ends before its input does.</summary>
public enum RunStop
{
    /// <summary>Key Id or Key Secret were refused.</summary>
    Login,

    /// <summary>The account is not configured, expired or out of balance (OCTA-200; 131, 140, 148).</summary>
    Account,

    /// <summary>NIC blocks this client for many bad requests (3095).</summary>
    ClientBlocked,

    /// <summary>NIC blocks this seller's GSTIN for many bad requests (3096); other sellers go on.</summary>
    SellerBlocked,

    /// <summary>The service was away for longer than allowed (-MaxOutageMinutes).</summary>
    Outage,

    /// <summary>Nothing of the API is at the address: HTTP 404, 405 or 410 before any understandable answer.</summary>
    Address,

    /// <summary>The journal can't be written: what can't be remembered is not sent.</summary>
    Journal,
}
