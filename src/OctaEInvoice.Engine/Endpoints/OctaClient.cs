namespace OctaEInvoice.Engine.Endpoints;

/// <summary>The endpoints of Octa's e-invoice API, one method each. Source: octa-api.txt.</summary>
public sealed class OctaClient : IDisposable
{
    private const string Root = "api/einvoice/";

    private readonly OctaTransport transport;

    /// <summary>A client; it opens no connection yet.</summary>
    /// <param name="settings">Address, credential and limits.</param>
    /// <exception cref="ArgumentException">The address is neither https nor on loopback.</exception>
    public OctaClient(ClientSettings settings) => transport = new OctaTransport(settings);

    /// <summary>Registers a document (POST generateirn).</summary>
    /// <param name="body">The document as UTF-8 JSON.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="cancellation">Ends the attempt; what the server did is then unknown.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<IrnResult>> GenerateIrnAsync(ReadOnlyMemory<byte> body, ImageRequest images, CancellationToken cancellation)
    {
        var query = new QueryText(Root + "generateirn");
        images.AddTo(query);
        return transport.SendAsync(HttpMethod.Post, query.ToString(), body, IrnAnswer.Read, cancellation);
    }

    /// <summary>Fetches a document by its IRN (GET getirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<IrnResult>> GetIrnAsync(string gstin, string irn, ImageRequest images, CancellationToken cancellation)
    {
        QueryText query = new QueryText(Root + "getirn").Add("gstin", gstin).Add("irn", irn);
        images.AddTo(query);
        return Get(query, IrnAnswer.Read, cancellation);
    }

    /// <summary>Fetches a document from the portal by type, number and date (GET getirnbydoc).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<IrnResult>> GetIrnByDocumentAsync(DocumentReference document, ImageRequest images, CancellationToken cancellation)
    {
        QueryText query = document.AddTo(new QueryText(Root + "getirnbydoc"));
        images.AddTo(query);
        return Get(query, IrnAnswer.Read, cancellation);
    }

    /// <summary>Fetches Octa's own record of a document (GET getdocirninfo).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="images">QR image and PDF wanted; the endpoint has no format and quality.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<IrnResult>> GetDocumentIrnInfoAsync(DocumentReference document, ImageRequest images, CancellationToken cancellation)
    {
        QueryText query = document.AddTo(new QueryText(Root + "getdocirninfo"));
        images.AddTo(query, withFormat: false);
        return Get(query, IrnAnswer.Read, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    private Task<ServerAnswer<T>> Get<T>(QueryText query, Func<AnswerFields, T> read, CancellationToken cancellation)
        where T : class => transport.SendAsync(HttpMethod.Get, query.ToString(), default, read, cancellation);
}
