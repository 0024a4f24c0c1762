using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Operations.EwayBills;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>The calls that a document's steps consist of, and what of their answers matters for the next step.</summary>
internal sealed class RegistrationCalls
{
    private readonly OctaClient client;
    private readonly ImageRequest images;
    private readonly RunState run;
    private readonly ServiceCalls<IrnResult> calls;
    private readonly EwbMaker ewbMaker;

    internal RegistrationCalls(OctaClient client, RegistrationSettings settings, RunState run)
    {
        this.client = client;
        this.run = run;
        images = settings.Images;
        calls = new ServiceCalls<IrnResult>(run, OctaService.Irn);
        // A registration is what must not wait: its e-way bill can be made later.
        ewbMaker = new EwbMaker(client, settings.Resilience, run, settings.IsSandbox, isOptional: true);
    }

    /// <summary>A step that changes something: generateirn, or generateewbbyirn for the e-way bill that did not come along.</summary>
    internal ValueTask<RegistrationFacts> AskAsync(RegistrationStep step, RegistrationProgress progress, CancellationToken cancellation) =>
        step == RegistrationStep.AskForEwb ? AskForEwbAsync(progress, cancellation) : SendAsync(progress, cancellation);

    /// <summary>A step that asks whether the document is registered, and by whom.</summary>
    internal async ValueTask<RegistrationFacts> LookUpAsync(RegistrationStep step, RegistrationProgress progress, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = UnclearUnlessOf(
            progress.Invoice,
            await progress.Driver.LookUpAsync(calls, token => FetchAsync(step, progress.Invoice, token), cancellation).ConfigureAwait(false));
        progress.LookedUp = answer;
        if (answer.Kind != AnswerKind.Success)
            return new RegistrationFacts(answer.Kind, answer.Codes);
        IrnResult found = answer.Value!;
        AdoptionVerdict verdict = Adoption.Judge(progress.Invoice, found, out string? difference);
        progress.Found = found;
        progress.Difference = difference;
        return new RegistrationFacts(AnswerKind.Success, [], verdict, found.EwbNumber is not null);
    }

    /// <summary>Fetches images and PDF that a result lacks.</summary>
    /// <remarks>A journal has no images, and getdocirninfo has no choice of format; one that can't be had is no reason to call a registered document anything else.</remarks>
    internal async Task AddImagesAsync(RegistrationProgress progress, CancellationToken cancellation)
    {
        IrnResult result = progress.Found!;
        bool lacksImage = images.QrCodeFormat?.ToUpperInvariant() switch
        {
            null => false,
            "JPEG" => result.QrCodeJpeg is null,
            "GIF" => result.QrCodeGif is null,
            _ => result.QrCodePng is null,
        };
        if ((!lacksImage && (!images.Pdf || result.InvoicePdf is not null)) || progress.Driver.NobodyAnswers)
            return;
        ServerAnswer<IrnResult> answer = await calls.LookUpAsync(token => client.GetIrnAsync(progress.Invoice.Gstin!, result.Irn!, images, token), cancellation).ConfigureAwait(false);
        if (answer.Value is not IrnResult fetched)
        {
            run.Report(new ImagesMissing(result.Irn!, answer.Describe()));
            return;
        }
        result.QrCodePng ??= fetched.QrCodePng;
        result.QrCodeJpeg ??= fetched.QrCodeJpeg;
        result.QrCodeGif ??= fetched.QrCodeGif;
        result.InvoicePdf ??= fetched.InvoicePdf;
        result.EwbPdf ??= fetched.EwbPdf;
    }

    private async ValueTask<RegistrationFacts> SendAsync(RegistrationProgress progress, CancellationToken cancellation)
    {
        if (progress.Slot is JournalSlot slot)
            await slot.SendingAsync().ConfigureAwait(false);
        ServerAnswer<IrnResult> answer = UnclearUnlessOf(
            progress.Invoice,
            await progress.Driver.SendAsync(calls, token => client.GenerateIrnAsync(progress.Body, images, token), cancellation).ConfigureAwait(false));
        progress.Sent = answer;
        if (answer.Kind == AnswerKind.Success)
            progress.Found = answer.Value;
        return new RegistrationFacts(answer.Kind, answer.Codes, HasEwb: answer.Value?.EwbNumber is not null);
    }

    private async ValueTask<RegistrationFacts> AskForEwbAsync(RegistrationProgress progress, CancellationToken cancellation)
    {
        OctaInvoice invoice = progress.Invoice;
        var request = new EwbRequest { Irn = progress.Found!.Irn, Transport = invoice.Transport! };
        CallOutcome<EwbResult> outcome = await ewbMaker.MakeAsync(invoice.Gstin!, request, images.Pdf, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        progress.Ewb = outcome;
        if (outcome.Result is EwbResult ewb)
            progress.AddEwb(ewb);
        return new RegistrationFacts(outcome.IsDone ? AnswerKind.Success : AnswerKind.Refused, outcome.Codes);
    }

    private Task<ServerAnswer<IrnResult>> FetchAsync(RegistrationStep step, OctaInvoice invoice, CancellationToken cancellation)
    {
        string gstin = invoice.Gstin!;
        if (step is RegistrationStep.LookUpRecord or RegistrationStep.LookUpByDocument)
        {
            var document = new DocumentReference(gstin, invoice.DocumentType!, invoice.DocumentNumber!, invoice.DocumentDate!.Value);
            return step == RegistrationStep.LookUpRecord
                ? client.GetDocumentIrnInfoAsync(document, images, cancellation)
                : client.GetIrnByDocumentAsync(document, images, cancellation);
        }
        string irn = step == RegistrationStep.LookUpByIrn
            ? IrnHash.Expected(invoice)!
            : IrnHash.Compute(gstin, FinancialYear.Of(invoice.DocumentDate!.Value), invoice.DocumentType!, invoice.DocumentNumber!);
        return client.GetIrnAsync(gstin, irn, images, cancellation);
    }

    // "Success" without an IRN, or about another document, proves nothing.
    private static ServerAnswer<IrnResult> UnclearUnlessOf(OctaInvoice invoice, ServerAnswer<IrnResult> answer)
    {
        if (answer.Kind != AnswerKind.Success)
            return answer;
        if (answer.Value!.Irn is null)
            return answer.AsUnclear("The answer says Success but holds no IRN.");
        return Adoption.IsOfAnother(invoice, answer.Value) ? answer.AsUnclear($"The answer is about another document (IRN {answer.Value.Irn}).") : answer;
    }
}
