namespace OctaEInvoice.Sandbox.Faults;

/// <summary>Kinds of trouble that <see cref="SeededFaults"/> makes.</summary>
internal enum FaultKind
{
    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>The request is not processed, and the connection stays silent.</summary>
    HangBefore,

    /// <summary>The request is processed, and the connection stays silent.</summary>
    HangAfter,

    /// <summary>The connection ends before the request is processed.</summary>
    CutBefore,

    /// <summary>The request is processed, and the connection ends without a byte of answer.</summary>
    ResponseLost,

    /// <summary>The request is processed, and the connection ends within the answer, at any byte.</summary>
    CutWithin,

    /// <summary>The connection is reset before the request is processed.</summary>
    ResetBefore,

    /// <summary>The request is processed, and the connection is reset.</summary>
    ResetAfter,

    /// <summary>A proxy's page instead of an answer; the request is not processed.</summary>
    Html,

    /// <summary>A proxy's page instead of the answer to a processed request.</summary>
    HtmlAfter,

    /// <summary>HTTP 429 without Retry-After.</summary>
    TooMany,

    /// <summary>HTTP 429 with Retry-After in seconds.</summary>
    TooManySeconds,

    /// <summary>HTTP 429 with Retry-After as a date.</summary>
    TooManyDate,

    /// <summary>NIC's own "limit exceeded" (3108).</summary>
    Limit,

    /// <summary>HTTP 500; the request was processed.</summary>
    ServerError,

    /// <summary>HTTP 502; not processed.</summary>
    BadGateway,

    /// <summary>HTTP 503; not processed.</summary>
    Unavailable,

    /// <summary>HTTP 504; the request was processed.</summary>
    GatewayTimeout,

    /// <summary>One of OCTA-201 to OCTA-208; the request was not processed.</summary>
    Network,

    /// <summary>One of OCTA-201 to OCTA-208, although the request was processed.</summary>
    NetworkAfter,

    /// <summary>NIC could not make or sign the IRN just now (2146, 2147); not processed.</summary>
    Signing,

    /// <summary>The connection ends before the request is processed, and new ones are refused for a while.</summary>
    Refuse,

    /// <summary>The connection ends at once, and the request is processed later, when a look-up may have said "not there" already.</summary>
    LandsLate,
}
