using OctaEInvoice.Engine.Calls;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Ewb;
using OctaEInvoice.Engine.Irns;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Json;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Engine.Registration;

/// <summary>Takes checked documents through generateirn: does what the state machine says, remembers it in the journal, words the outcome.</summary>
public sealed class Registrar
{
    private readonly OctaClient client;
    private readonly RegistrationSettings settings;
    private readonly RunState run;
    private readonly ServiceCalls<IrnResult> calls;
    private readonly EwbMaker ewbMaker;

    /// <summary>A registrar for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="settings">How to register.</param>
    /// <param name="run">What the run's documents share.</param>
    public Registrar(OctaClient client, RegistrationSettings settings, RunState run)
    {
        this.client = client;
        this.settings = settings;
        this.run = run;
        calls = new ServiceCalls<IrnResult>(run, OctaService.Irn);
        // A registration is what must not wait: its e-way bill can be made later.
        ewbMaker = new EwbMaker(client, settings.Resilience, run, settings.IsSandbox, isOptional: true);
    }

    /// <summary>Registers one document.</summary>
    /// <param name="draft">A document without errors.</param>
    /// <param name="cancellation">Ends it at once; a document in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server or a disk does.</returns>
    public async Task<RegistrationOutcome> RegisterAsync(InvoiceDraft draft, CancellationToken cancellation) =>
        Marked(await CheckAndRegisterAsync(draft, cancellation).ConfigureAwait(false));

    private async Task<RegistrationOutcome> CheckAndRegisterAsync(InvoiceDraft draft, CancellationToken cancellation)
    {
        // After a stop the journal still knows what earlier runs did: that is told rather than "skipped".
        if (!run.MaySend(draft.Invoice.Gstin) && (settings.Journal is null || run.Stopped is null))
            return Outcomes.Skipped(draft, run.WhyNot(draft.Invoice.Gstin));
        byte[] body = InvoiceJson.Write(draft.Invoice);
        InvoiceRules.CheckSize(body, draft.Issues, draft.Rows.Count > 0 ? draft.Rows[0].Number : null);
        if (draft.Issues.HasErrors)
            return Outcomes.Invalid(draft);
        try
        {
            return settings.Journal is null || DocumentKey.Of(draft.Invoice) is not DocumentKey key
                ? await TravelAsync(new Journey(draft, body, null), MachineFor(draft.Invoice), cancellation).ConfigureAwait(false)
                : await RegisterJournalledAsync(draft, body, key, settings.Journal, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Outcomes.Skipped(draft, run.StopDetail);
        }
        catch (JournalException fault)
        {
            // What can't be remembered is not sent.
            run.Stop(RunStop.Journal, fault.Message);
            return Outcomes.Skipped(draft, fault.Message);
        }
    }

    private async Task<RegistrationOutcome> RegisterJournalledAsync(InvoiceDraft draft, byte[] body, DocumentKey key, RunJournal journal, CancellationToken cancellation)
    {
        using JournalSlot slot = await journal.EnterAsync(key, draft.Invoice.DocumentDate, RequestContent.Of(body, draft.Invoice), cancellation).ConfigureAwait(false);
        var journey = new Journey(draft, body, slot);
        RegistrationMachine machine = MachineFor(draft.Invoice);
        if (slot.Before is JournalEntry { Outcome: DocumentOutcome.Registered or DocumentOutcome.Recovered or DocumentOutcome.InDoubt } before)
        {
            if (slot.IsChanged)
                return Outcomes.Changed(draft, before, journal.Path);
            if (before.Outcome == DocumentOutcome.InDoubt)
            {
                machine.BeginInDoubt();
            }
            else
            {
                journey.Found = await FinishedAsync(before, cancellation).ConfigureAwait(false);
                if (draft.Invoice.Transport is null || journey.Found.EwbNumber is not null)
                    return Outcomes.Of(before.Outcome == DocumentOutcome.Registered ? RegistrationVerdict.Registered : RegistrationVerdict.Recovered, journey);
                machine.BeginWithoutEwb(before.Outcome == DocumentOutcome.Recovered);
            }
        }
        RegistrationOutcome outcome = Marked(await TravelAsync(journey, machine, cancellation).ConfigureAwait(false));
        await RememberAsync(slot, outcome).ConfigureAwait(false);
        return outcome;
    }

    private RegistrationOutcome Marked(RegistrationOutcome outcome)
    {
        outcome.Result.Sandbox = settings.IsSandbox;
        return outcome;
    }

    // An outcome that the disk did not take is still the outcome; the next run looks the document up.
    private async Task RememberAsync(JournalSlot slot, RegistrationOutcome outcome)
    {
        if (outcome.Outcome == DocumentOutcome.Skipped && !slot.IsOpen)
            return;
        try
        {
            await slot.SettledAsync(outcome.Result).ConfigureAwait(false);
        }
        catch (JournalException fault)
        {
            run.Stop(RunStop.Journal, fault.Message);
        }
    }

    private async Task<RegistrationOutcome> TravelAsync(Journey journey, RegistrationMachine machine, CancellationToken cancellation)
    {
        bool wasInDoubt = machine.Step == RegistrationStep.LookUpRecord;
        try
        {
            await run.Pipeline.RepeatAsync(token => RoundAsync(machine, journey, token), cancellation).ConfigureAwait(false);
            await AddImagesAsync(machine.Verdict, journey, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return wasInDoubt || journey.WasSent ? Outcomes.CutOff(journey.Draft) : Outcomes.Skipped(journey.Draft, run.StopDetail);
        }
        catch (JournalException fault) when (wasInDoubt || journey.WasSent)
        {
            run.Stop(RunStop.Journal, fault.Message);
            return Outcomes.CutOff(journey.Draft);
        }
        return journey.Sent is null && machine.Verdict == RegistrationVerdict.NotSent
            ? Outcomes.Skipped(journey.Draft, run.WhyNot(journey.Draft.Invoice.Gstin))
            : Outcomes.Of(machine.Verdict, journey);
    }

    // Up to the end, or to the next send, which is to wait.
    private async ValueTask<bool> RoundAsync(RegistrationMachine machine, Journey journey, CancellationToken cancellation)
    {
        while (machine.Step != RegistrationStep.Finish)
        {
            if (IsPointless(machine.Step, journey.Draft.Invoice.Gstin))
                machine.GiveUp();
            else
                machine.After(await DoAsync(machine, journey, cancellation).ConfigureAwait(false));
            if (machine.Step == RegistrationStep.SendAgain)
                return true;
        }
        return false;
    }

    // After a stop nothing new is sent, but what is in doubt is looked up where somebody may still answer.
    private bool IsPointless(RegistrationStep step, string? gstin)
    {
        if (step is RegistrationStep.Send or RegistrationStep.SendAgain or RegistrationStep.AskForEwb)
            return !run.MaySend(gstin);
        return IsDeaf;
    }

    // Nobody answers any more, not even look-ups.
    private bool IsDeaf => run.Stopped is RunStop.Outage or RunStop.Address or RunStop.Login or RunStop.ClientBlocked;

    private RegistrationMachine MachineFor(OctaInvoice invoice)
    {
        string number = invoice.DocumentNumber ?? "";
        bool hasTypedIrn = !string.Equals(number, number.ToUpperInvariant(), StringComparison.Ordinal);
        return new RegistrationMachine(invoice.Transport is not null, hasTypedIrn, settings.Resilience.Resends);
    }

    private async ValueTask<RegistrationFacts> DoAsync(RegistrationMachine machine, Journey journey, CancellationToken cancellation) => machine.Step switch
    {
        RegistrationStep.Send or RegistrationStep.SendAgain => await SendAsync(journey, cancellation).ConfigureAwait(false),
        RegistrationStep.AskForEwb => await AskForEwbAsync(journey, cancellation).ConfigureAwait(false),
        _ => await LookUpAsync(machine.Step, journey, cancellation).ConfigureAwait(false),
    };

    private async ValueTask<RegistrationFacts> SendAsync(Journey journey, CancellationToken cancellation)
    {
        if (journey.Slot is JournalSlot slot)
            await slot.SendingAsync().ConfigureAwait(false);
        ServerAnswer<IrnResult> answer = await calls.SendAsync(
            token =>
            {
                journey.WasSent = true;
                return client.GenerateIrnAsync(journey.Body, settings.Images, token);
            },
            cancellation).ConfigureAwait(false);
        answer = AsProof(answer, journey.Draft.Invoice);
        journey.Sent = answer;
        run.NoteRefusal(answer, journey.Draft.Invoice.Gstin);
        if (answer.Kind == AnswerKind.Success)
            journey.Found = answer.Value;
        return new RegistrationFacts(answer.Kind, answer.Codes, HasEwb: answer.Value?.EwbNumber is not null);
    }

    // "Success" without an IRN, or about another document, proves nothing.
    private static ServerAnswer<IrnResult> AsProof(ServerAnswer<IrnResult> answer, OctaInvoice invoice)
    {
        if (answer.Kind != AnswerKind.Success)
            return answer;
        if (answer.Value!.Irn is null)
            return answer.Strayed("The answer says Success but holds no IRN.");
        return Adoption.IsOfAnother(invoice, answer.Value) ? answer.Strayed($"The answer is about another document (IRN {answer.Value.Irn}).") : answer;
    }

    private async ValueTask<RegistrationFacts> LookUpAsync(RegistrationStep step, Journey journey, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = AsProof(
            await calls.LookUpAsync(token => Ask(step, journey.Draft.Invoice, token), cancellation).ConfigureAwait(false),
            journey.Draft.Invoice);
        journey.LookedUp = answer;
        run.NoteRefusal(answer, journey.Draft.Invoice.Gstin);
        if (answer.Kind != AnswerKind.Success)
            return new RegistrationFacts(answer.Kind, answer.Codes);
        IrnResult found = answer.Value!;
        AdoptionVerdict verdict = Adoption.Judge(journey.Draft.Invoice, found, out string? difference);
        journey.Found = found;
        journey.Difference = difference;
        return new RegistrationFacts(AnswerKind.Success, [], verdict, found.EwbNumber is not null);
    }

    private Task<ServerAnswer<IrnResult>> Ask(RegistrationStep step, OctaInvoice invoice, CancellationToken cancellation)
    {
        string gstin = invoice.Gstin!;
        if (step is RegistrationStep.LookUpRecord or RegistrationStep.LookUpByDocument)
        {
            var document = new DocumentReference(gstin, invoice.DocumentType!, invoice.DocumentNumber!, invoice.DocumentDate!.Value);
            return step == RegistrationStep.LookUpRecord
                ? client.GetDocumentIrnInfoAsync(document, settings.Images, cancellation)
                : client.GetIrnByDocumentAsync(document, settings.Images, cancellation);
        }
        string irn = step == RegistrationStep.LookUpByIrn
            ? IrnHash.Expected(invoice)!
            : IrnHash.Compute(gstin, FinancialYear.Of(invoice.DocumentDate!.Value), invoice.DocumentType!, invoice.DocumentNumber!);
        return client.GetIrnAsync(gstin, irn, settings.Images, cancellation);
    }

    private async ValueTask<RegistrationFacts> AskForEwbAsync(Journey journey, CancellationToken cancellation)
    {
        OctaInvoice invoice = journey.Draft.Invoice;
        var request = new EwbRequest { Irn = journey.Found!.Irn, Transport = invoice.Transport! };
        CallOutcome<EwbResult> outcome = await ewbMaker.MakeAsync(invoice.Gstin!, request, settings.Images.Pdf, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        journey.Ewb = outcome;
        if (outcome.Result is EwbResult ewb)
            journey.AddEwb(ewb);
        return new RegistrationFacts(outcome.IsDone ? AnswerKind.Success : AnswerKind.Refused, outcome.Codes);
    }

    private async Task<IrnResult> FinishedAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var result = new IrnResult
        {
            Irn = entry.Irn,
            AckNumber = entry.AckNumber,
            AckTime = entry.AckTime,
            IrnStatus = entry.IrnStatus,
            SignedInvoice = entry.SignedInvoice,
            SignedQrCode = entry.SignedQrCode,
            EwbNumber = entry.EwbNumber,
            EwbStatus = entry.EwbStatus,
            EwbTime = entry.EwbTime,
            EwbValidTill = entry.EwbValidTill,
        };
        await AddImagesAsync(result, entry.Gstin!, cancellation).ConfigureAwait(false);
        return result;
    }

    private Task AddImagesAsync(RegistrationVerdict verdict, Journey journey, CancellationToken cancellation) =>
        verdict is RegistrationVerdict.Recovered or RegistrationVerdict.RecoveredWithoutEwb
            ? AddImagesAsync(journey.Found!, journey.Draft.Invoice.Gstin!, cancellation)
            : Task.CompletedTask;

    // A journal has no images, and getdocirninfo has no choice of format; one that can't be had is no reason to call a registered document anything else.
    private async Task AddImagesAsync(IrnResult result, string gstin, CancellationToken cancellation)
    {
        bool lacksImage = settings.Images.QrCodeFormat?.ToUpperInvariant() switch
        {
            null => false,
            "JPEG" => result.QrCodeJpeg is null,
            "GIF" => result.QrCodeGif is null,
            _ => result.QrCodePng is null,
        };
        if ((!lacksImage && (!settings.Images.Pdf || result.InvoicePdf is not null)) || IsDeaf)
            return;
        ServerAnswer<IrnResult> answer = await calls.LookUpAsync(token => client.GetIrnAsync(gstin, result.Irn!, settings.Images, token), cancellation).ConfigureAwait(false);
        if (answer.Value is not IrnResult fetched)
        {
            run.Report(new ImagesMissing(result.Irn!, answer.InWords));
            return;
        }
        result.QrCodePng ??= fetched.QrCodePng;
        result.QrCodeJpeg ??= fetched.QrCodeJpeg;
        result.QrCodeGif ??= fetched.QrCodeGif;
        result.InvoicePdf ??= fetched.InvoicePdf;
        result.EwbPdf ??= fetched.EwbPdf;
    }
}
