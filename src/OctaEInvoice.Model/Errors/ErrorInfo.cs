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
