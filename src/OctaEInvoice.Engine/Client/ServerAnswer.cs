namespace OctaEInvoice.Engine.Client;

/// <summary>The answer to one call.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public sealed class ServerAnswer<T> : IServerAnswer
    where T : class
{
    /// <summary>What the answer proves.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>What a success carries; otherwise null.</summary>
    public T? Value { get; init; }

    /// <summary>The errors of a refusal, in the server's order.</summary>
    public IReadOnlyList<ServerError> Errors { get; init; } = [];

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int HttpStatus { get; init; }

    /// <summary>How long the server asked to wait (Retry-After); null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One sentence on what happened, for messages: status and first characters of a strange body, or the network's error.</summary>
    public string Detail { get; init; } = "";

    /// <summary>True for HTTP 404, 405 or 410 without a word of Octa's: what answers at this address has no such API.</summary>
    public bool IsNoEndpoint { get; init; }

    /// <summary>True when one of the errors has this code.</summary>
    /// <param name="code">Octa's or NIC's code.</param>
    public bool Has(string code)
    {
        foreach (ServerError error in Errors)
            if (string.Equals(error.Code, code, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Codes of the errors; empty when there are none.</summary>
    public IReadOnlyList<string> Codes
    {
        get
        {
            if (Errors.Count == 0)
                return [];
            string[] codes = new string[Errors.Count];
            for (int i = 0; i < codes.Length; i++)
                codes[i] = Errors[i].Code;
            return codes;
        }
    }

    /// <summary>What the server said: its errors, or what happened instead of an answer.</summary>
    public string Describe() => Errors.Count > 0 ? string.Join("; ", Errors) : Detail;

    /// <summary>The same answer as one that proves nothing, such as a success about something that was not asked for.</summary>
    internal ServerAnswer<T> AsUnclear(string detail) => new() { Kind = AnswerKind.Unclear, HttpStatus = HttpStatus, Detail = detail };
}

/// <summary>What an answer proves, whatever its value would have been.</summary>
internal interface IServerAnswer
{
    AnswerKind Kind { get; }

    IReadOnlyList<string> Codes { get; }

    TimeSpan? RetryAfter { get; }

    bool IsNoEndpoint { get; }

    string Describe();
}

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
