namespace OctaEInvoice;

/// <summary>What is known of one error code of Octa or NIC.</summary>
/// <remarks>Source: Octa's API specification, NIC's error tables; retry class, nearest code and remedy are this module's own.</remarks>
public sealed class ErrorInfo
{
    /// <summary>The code as the server answers it, such as OCTA-058, 2150 or _3109.</summary>
    public string Code { get; init; } = "";

    /// <summary>Who answers with it.</summary>
    public ErrorSource Source { get; init; }

    /// <summary>Kind of error: FIELD, REQUEST, SERVICE (Octa), ACCOUNT (Octa's HTTP headers), VITAL, INV, EWB (NIC's tables).</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the publisher still lists the code.</summary>
    public ErrorListing Listing { get; init; }

    /// <summary>NIC's path of the field that the code is about, such as ItemList[].HsnCd; null when it is not about one field.</summary>
    public string? Field { get; init; }

    /// <summary>The field's friendly name, which is also its CSV column, such as HsnCode; null when there is no field.</summary>
    public string? Column { get; init; }

    /// <summary>What the code says; {0} and {1} stand for what the portal fills in.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>What the code means for sending again.</summary>
    public RetryClass Retry { get; init; }

    /// <summary>For a code of NIC the code of Octa that comes nearest to it, such as OCTA-058; null when none does.</summary>
    public string? NearestOctaCode { get; init; }

    /// <summary>What to do.</summary>
    public string Remedy { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Meaning}";
}

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

/// <summary>Whether the publisher of an error code still lists it.</summary>
public enum ErrorListing
{
    /// <summary>In the current specification or table.</summary>
    Current,

    /// <summary>In NIC's list of 2020 only; the current table lacks it.</summary>
    Earlier,

    /// <summary>Announced by an advisory and not yet in the table.</summary>
    Announced,
}

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
