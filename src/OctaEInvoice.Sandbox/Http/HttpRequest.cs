namespace OctaEInvoice.Sandbox.Http;

/// <summary>One request as it came over the wire, decoded.</summary>
internal sealed class HttpRequest
{
    internal HttpRequest(RequestHead head, ReadOnlyMemory<byte> body)
    {
        Head = head;
        Body = body;
    }

    /// <summary>The method in the letter case it was sent in, such as GET or POST.</summary>
    public string Method => Head.Method;

    /// <summary>The path without the query, percent escapes decoded.</summary>
    public string Path => Head.Path;

    /// <summary>The query's names and values, percent escapes decoded and '+' read as a blank, as forms write it.</summary>
    public HttpFields Query => Head.Query;

    /// <summary>The headers.</summary>
    public HttpFields Headers => Head.Headers;

    /// <summary>The body, chunks joined; empty when there was none.</summary>
    /// <remarks>A view of the connection's buffer, good until the answer has been sent: copy what is to be kept.</remarks>
    public ReadOnlyMemory<byte> Body { get; }

    internal RequestHead Head { get; }

    internal bool IsHead => string.Equals(Method, "HEAD", StringComparison.Ordinal);
}
