using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Engine.Operations.LookUps;

/// <summary>Fetches registered documents, e-way bills and taxpayers, and completes the answers by what the portal signed and the caller knew.</summary>
public sealed class LookUp
{
    private readonly OctaClient client;
    private readonly ImageRequest images;
    private readonly bool isSandbox;
    private readonly Inquirer<IrnResult> documents;
    private readonly Inquirer<EwbResult> ewbs;
    private readonly Inquirer<GstinInfo> taxpayers;

    /// <summary>Look-ups of one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public LookUp(OctaClient client, ImageRequest images, RunState run, bool isSandbox)
    {
        this.client = client;
        this.images = images;
        this.isSandbox = isSandbox;
        documents = new Inquirer<IrnResult>(run, OctaService.Irn);
        ewbs = new Inquirer<EwbResult>(run, OctaService.Ewb);
        taxpayers = new Inquirer<GstinInfo>(run, OctaService.Irn);
    }

    /// <summary>A document by IRN (getirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> ByIrnAsync(string gstin, string irn, CancellationToken cancellation) =>
        documents.AskAsync(token => client.GetIrnAsync(gstin, irn.Trim(), images, token), found => Complete(found, gstin, null), cancellation);

    /// <summary>A document by type, number and date (getirnbydoc).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> ByDocumentAsync(DocumentReference document, CancellationToken cancellation) =>
        documents.AskAsync(token => client.GetIrnByDocumentAsync(document, images, token), found => Complete(found, document.Gstin, document), cancellation);

    /// <summary>Octa's own record of a document (getdocirninfo).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> RecordAsync(DocumentReference document, CancellationToken cancellation) =>
        documents.AskAsync(token => client.GetDocumentIrnInfoAsync(document, images, token), found => Complete(found, document.Gstin, document), cancellation);

    /// <summary>The e-way bill of a document (getewbbyirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<EwbResult>> EwbAsync(string gstin, string irn, CancellationToken cancellation) => ewbs.AskAsync(
        token => client.GetEwbByIrnAsync(gstin, irn.Trim(), images.Pdf, token),
        found =>
        {
            found.Gstin = gstin;
            found.Irn = irn.Trim();
            found.Sandbox = isSandbox;
        },
        cancellation);

    /// <summary>A taxpayer (getgstin).</summary>
    /// <param name="gstin">GSTIN of the seller who asks.</param>
    /// <param name="partyGstin">GSTIN to look up.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<GstinInfo>> TaxpayerAsync(string gstin, string partyGstin, CancellationToken cancellation) => taxpayers.AskAsync(
        token => client.GetGstinAsync(gstin, partyGstin, token),
        found =>
        {
            found.Gstin ??= partyGstin;
            found.Sandbox = isSandbox;
        },
        cancellation);

    // The answer names neither document nor buyer; the signed QR code does.
    private void Complete(IrnResult result, string gstin, DocumentReference? document)
    {
        SignedQr? signed = SignedQr.Read(result.SignedQrCode);
        result.Gstin = signed?.SellerGstin ?? gstin;
        result.DocumentType = signed?.DocumentType ?? document?.Type;
        result.DocumentNumber = signed?.DocumentNumber ?? document?.Number;
        result.DocumentDate = signed?.DocumentDate ?? document?.Date;
        result.BuyerGstin = signed?.BuyerGstin;
        result.InvoiceTotal = signed?.InvoiceTotal;
        result.Sandbox = isSandbox;
    }
}
