using System.Text;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>What a handler answers. The server adds Date, Content-Length and Connection.</summary>
internal sealed record HttpResponse
{
    /// <summary>Media type of JSON in UTF-8.</summary>
    public const string JsonType = "application/json; charset=utf-8";

    /// <summary>Media type of plain text in UTF-8.</summary>
    public const string TextType = "text/plain; charset=utf-8";

    /// <summary>An answer with a body.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="body">The body's bytes; not to be changed until they are sent.</param>
    /// <param name="contentType">Media type of the body.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status isn't a final one.</exception>
    public HttpResponse(int status, ReadOnlyMemory<byte> body, string contentType = JsonType)
    {
        if (status is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of a final answer is 200 to 599.");
        Status = status;
        Body = body;
        ContentType = contentType;
    }

    /// <summary>HTTP status, 200 to 599.</summary>
    public int Status { get; }

    /// <summary>The body's bytes. Not sent to a HEAD request, nor with 204 and 304.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Media type of the body.</summary>
    public string ContentType { get; }

    /// <summary>Further headers, such as Retry-After. A value with a line break makes the answer a 500.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How the answer travels: whole, late, cut off, or never.</summary>
    public HttpDelivery Delivery { get; init; } = HttpDelivery.Whole;

    /// <summary>An answer in plain text.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="text">The text, sent as UTF-8.</param>
    /// <returns>The answer.</returns>
    public static HttpResponse FromText(int status, string text) => new(status, Encoding.UTF8.GetBytes(text), TextType);
}
