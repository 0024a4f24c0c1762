namespace OctaEInvoice.Engine.Endpoints;

/// <summary>What an answer proves.</summary>
public enum AnswerKind
{
    /// <summary>Success: true.</summary>
    Success,

    /// <summary>The server refused and said why; nothing was done. The codes may still mean that NIC's part is unknown (OCTA-201 to OCTA-208).</summary>
    Refused,

    /// <summary>HTTP 429: nothing was done, ask again later.</summary>
    Throttled,

    /// <summary>The connection was never made: nothing was done.</summary>
    NotSent,

    /// <summary>Time-out, cut or strange answer, 5xx: it proves nothing about what NIC did.</summary>
    Unclear,
}
