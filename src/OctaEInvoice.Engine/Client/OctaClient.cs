using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

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
        return Post(query, body, IrnAnswer.Read, cancellation);
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

    /// <summary>Cancels an IRN (POST cancelirn), within 24 hours and without an active e-way bill.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remark">Remark, 1 to 100 characters.</param>
    /// <param name="cancellation">Ends the attempt; what the server did is then unknown.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<CancelResult>> CancelIrnAsync(string gstin, string irn, IrnCancelReason reason, string remark, CancellationToken cancellation) =>
        Post(new QueryText(Root + "cancelirn").Add("gstin", gstin), RequestBodies.CancelIrn(irn, reason, remark), CancelAnswer.Read, cancellation);

    /// <summary>Makes an e-way bill for a registered document (POST generateewbbyirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="request">IRN and transport.</param>
    /// <param name="pdf">True to get the PDF too.</param>
    /// <param name="cancellation">Ends the attempt; what the server did is then unknown.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<EwbResult>> GenerateEwbByIrnAsync(string gstin, EwbRequest request, bool pdf, CancellationToken cancellation) =>
        Post(new QueryText(Root + "generateewbbyirn").Add("gstin", gstin).Add("pdf", pdf ? "yes" : null), RequestBodies.Ewb(request), EwbAnswer.Read, cancellation);

    /// <summary>Cancels an e-way bill (POST cancelewb), within 24 hours.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="ewbNumber">Number of the e-way bill, 12 digits.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remark">Remark, 1 to 50 characters.</param>
    /// <param name="cancellation">Ends the attempt; what the server did is then unknown.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<CancelResult>> CancelEwbAsync(string gstin, string ewbNumber, EwbCancelReason reason, string remark, CancellationToken cancellation) =>
        Post(new QueryText(Root + "cancelewb").Add("gstin", gstin), RequestBodies.CancelEwb(ewbNumber, reason, remark), CancelAnswer.Read, cancellation);

    /// <summary>Fetches the e-way bill of a registered document (GET getewbbyirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="pdf">True to get the PDF too.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<EwbResult>> GetEwbByIrnAsync(string gstin, string irn, bool pdf, CancellationToken cancellation) =>
        Get(new QueryText(Root + "getewbbyirn").Add("gstin", gstin).Add("irn", irn).Add("pdf", pdf ? "yes" : null), EwbAnswer.Read, cancellation);

    /// <summary>Fetches the details of a taxpayer (GET getgstin).</summary>
    /// <param name="gstin">GSTIN of the seller who asks.</param>
    /// <param name="partyGstin">GSTIN to look up.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<GstinInfo>> GetGstinAsync(string gstin, string partyGstin, CancellationToken cancellation) =>
        Get(new QueryText(Root + "getgstin").Add("gstin", gstin).Add("partygstin", partyGstin), GstinAnswer.Read, cancellation);

    /// <summary>Makes the payment QR code of a B2C invoice (POST generatepaymentqrcode).</summary>
    /// <param name="body">The document as UTF-8 JSON, supply type B2C.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The answer.</returns>
    public Task<ServerAnswer<PaymentQrResult>> GeneratePaymentQrAsync(ReadOnlyMemory<byte> body, ImageRequest images, CancellationToken cancellation)
    {
        var query = new QueryText(Root + "generatepaymentqrcode");
        images.AddTo(query);
        return Post(query, body, PaymentQrAnswer.Read, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    private Task<ServerAnswer<T>> Post<T>(QueryText query, ReadOnlyMemory<byte> body, Func<AnswerFields, T> read, CancellationToken cancellation)
        where T : class => transport.SendAsync(HttpMethod.Post, query.ToString(), body, read, cancellation);

    private Task<ServerAnswer<T>> Get<T>(QueryText query, Func<AnswerFields, T> read, CancellationToken cancellation)
        where T : class => transport.SendAsync(HttpMethod.Get, query.ToString(), default, read, cancellation);
}

/// <summary>What the server finds a document by: seller, type, number, date.</summary>
/// <param name="Gstin">GSTIN of the seller.</param>
/// <param name="Type">INV, CRN or DBN.</param>
/// <param name="Number">Document number.</param>
/// <param name="Date">Document date.</param>
public sealed record DocumentReference(string Gstin, string Type, string Number, IndiaDate Date)
{
    internal QueryText AddTo(QueryText query) =>
        query.Add("gstin", Gstin).Add("doctype", Type).Add("docno", Number).Add("docdate", Date.ToWireString());
}
