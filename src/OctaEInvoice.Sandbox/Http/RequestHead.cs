namespace OctaEInvoice.Sandbox.Http;

/// <summary>Request line and headers, and what they say about the body and the connection.</summary>
internal sealed class RequestHead
{
    internal string Method { get; set; } = "";

    internal string Path { get; set; } = "";

    internal HttpFields Query { get; } = new();

    internal HttpFields Headers { get; } = new();

    internal bool IsVersion10 { get; set; }

    /// <summary>Bytes of the body; -1 until a Content-Length was read.</summary>
    internal int ContentLength { get; set; } = -1;

    internal bool IsChunked { get; set; }

    internal bool KeepAlive { get; set; }

    internal bool ExpectsContinue { get; set; }
}
