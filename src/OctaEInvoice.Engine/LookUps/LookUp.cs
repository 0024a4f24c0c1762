using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Engine.LookUps;

/// <summary>Fetches registered documents, with retries, and completes the answers by what the portal signed.</summary>
public sealed class LookUp
{
    private readonly OctaClient client;
    private readonly ImageRequest images;
    private readonly RunState run;
    private readonly CallPipelines<IrnResult> calls;
    private readonly bool isSandbox;

    /// <summary>Look-ups of one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="resilience">Waits and limits.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public LookUp(OctaClient client, ImageRequest images, RunState run, ResilienceSettings resilience, bool isSandbox)
    {
        this.client = client;
        this.images = images;
        this.run = run;
        this.isSandbox = isSandbox;
        calls = new CallPipelines<IrnResult>(run, resilience);
    }

    /// <summary>By IRN (getirn).</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> ByIrnAsync(string gstin, string irn, CancellationToken cancellation) =>
        AskAsync(token => client.GetIrnAsync(gstin, irn.Trim(), images, token), gstin, null, cancellation);

    /// <summary>By type, number and date (getirnbydoc).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> ByDocumentAsync(DocumentReference document, CancellationToken cancellation) =>
        AskAsync(token => client.GetIrnByDocumentAsync(document, images, token), document.Gstin, document, cancellation);

    /// <summary>Octa's own record of a document (getdocirninfo).</summary>
    /// <param name="document">Which document.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed.</returns>
    public Task<ServerAnswer<IrnResult>> RecordAsync(DocumentReference document, CancellationToken cancellation) =>
        AskAsync(token => client.GetDocumentIrnInfoAsync(document, images, token), document.Gstin, document, cancellation);

    private async Task<ServerAnswer<IrnResult>> AskAsync(Func<CancellationToken, Task<ServerAnswer<IrnResult>>> call, string gstin, DocumentReference? document, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = await calls.LookUpAsync(call, cancellation).ConfigureAwait(false);
        if (answer.Value is IrnResult result)
            Complete(result, gstin, document);
        else
            StopRunWhenPointless(answer);
        return answer;
    }

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

    private void StopRunWhenPointless(ServerAnswer<IrnResult> answer)
    {
        if (answer.Kind != AnswerKind.Refused)
            return;
        string[] codes = [.. answer.Errors.Select(error => error.Code)];
        if (ControlCodes.StopOf(codes) is RunStop stop && stop != RunStop.SellerBlocked)
            run.Stop(stop, answer.Detail, codes);
    }
}
