namespace OctaEInvoice.Sandbox.Http;

/// <summary>How much a client may send before it is refused, and how much memory a quiet connection keeps.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of request line and headers; more is answered by 431.</summary>
    internal const int Head = 32 * 1024;

    /// <summary>Bytes of a request body; more is answered by 413.</summary>
    internal const int Body = 8 * 1024 * 1024;

    /// <summary>Bytes of one chunk-size line, or of all trailers together.</summary>
    internal const int ChunkLine = 4 * 1024;

    /// <summary>Bytes a new connection reads into.</summary>
    internal const int InitialBuffer = 8 * 1024;

    /// <summary>Bytes above which a buffer goes back to the pool after the exchange that needed it.</summary>
    internal const int KeptBuffer = 64 * 1024;

    /// <summary>How long a closed connection is read empty, so that the last answer isn't destroyed by a reset.</summary>
    internal static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);
}
