using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Takes checked documents through generateirn: does what the state machine says, remembers it in the journal, words the outcome.</summary>
public sealed class Registrar
{
    private readonly RegistrationSettings settings;
    private readonly RunState run;
    private readonly RegistrationCalls calls;

    /// <summary>A registrar for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="settings">How to register.</param>
    /// <param name="run">What the run's documents share.</param>
    public Registrar(OctaClient client, RegistrationSettings settings, RunState run)
    {
        this.settings = settings;
        this.run = run;
        calls = new RegistrationCalls(client, settings, run);
    }

    /// <summary>Registers one document.</summary>
    /// <param name="document">The document as the check has passed it.</param>
    /// <param name="cancellation">Ends it at once; a document in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server or a disk does.</returns>
    public async Task<RegistrationOutcome> RegisterAsync(CheckedDraft document, CancellationToken cancellation) =>
        Marked(await RegisterUnlessStoppedAsync(document.Draft, document.Body, cancellation).ConfigureAwait(false));

    /// <summary>Checks and registers documents side by side and gives their outcomes in the order of the documents.</summary>
    /// <param name="drafts">The documents. Each is asked for when there is room for it.</param>
    /// <param name="checker">Checks each of them; one with errors is not sent, and its outcome says why, also after a stop.</param>
    /// <param name="width">Documents in flight at most; finished ones wait for their turn, up to four times as many.</param>
    /// <param name="cancellation">Ends it at once. What is in flight is then in doubt and given as such, before the exception.</param>
    /// <returns>The outcomes. Whoever stops reading them early waits until what is in flight has ended.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IAsyncEnumerable<RegistrationOutcome> RegisterAllAsync(IEnumerable<InvoiceDraft> drafts, DraftChecker checker, int width, CancellationToken cancellation = default) =>
        RegisterAllAsync(OutcomeStream.Of(drafts), checker, width, cancellation);

    /// <summary>Checks and registers the documents of a stream side by side and gives their outcomes in the order of the documents.</summary>
    /// <param name="drafts">The documents. Each is asked for when there is room for it.</param>
    /// <param name="checker">Checks each of them; one with errors is not sent, and its outcome says why, also after a stop.</param>
    /// <param name="width">Documents in flight at most; finished ones wait for their turn, up to four times as many.</param>
    /// <param name="cancellation">Ends it at once. What is in flight is then in doubt and given as such, before the exception.</param>
    /// <returns>The outcomes. Whoever stops reading them early waits until what is in flight has ended.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IAsyncEnumerable<RegistrationOutcome> RegisterAllAsync(IAsyncEnumerable<InvoiceDraft> drafts, DraftChecker checker, int width, CancellationToken cancellation = default) =>
        OutcomeStream.InOrderAsync(drafts, (draft, token) => CheckAndRegisterAsync(draft, checker, token), width, cancellation);

    /// <summary>Registers documents that are checked already, side by side, and gives their outcomes in the order of the documents.</summary>
    /// <param name="documents">The documents. Each is asked for when there is room for it.</param>
    /// <param name="width">Documents in flight at most; finished ones wait for their turn, up to four times as many.</param>
    /// <param name="cancellation">Ends it at once. What is in flight is then in doubt and given as such, before the exception.</param>
    /// <returns>The outcomes. Whoever stops reading them early waits until what is in flight has ended.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IAsyncEnumerable<RegistrationOutcome> RegisterAllAsync(IEnumerable<CheckedDraft> documents, int width, CancellationToken cancellation = default) =>
        OutcomeStream.InOrderAsync(OutcomeStream.Of(documents), RegisterAsync, width, cancellation);

    private Task<RegistrationOutcome> CheckAndRegisterAsync(InvoiceDraft draft, DraftChecker checker, CancellationToken cancellation) =>
        checker.Check(draft) is CheckedDraft document ? RegisterAsync(document, cancellation) : Task.FromResult(RegistrationOutcome.Refused(draft, settings.IsSandbox));

    private async Task<RegistrationOutcome> RegisterUnlessStoppedAsync(InvoiceDraft draft, byte[] body, CancellationToken cancellation)
    {
        // After a stop the journal still knows what earlier runs did: that is told rather than "skipped".
        if (!run.MaySend(draft.Invoice.Gstin) && (settings.Journal is null || run.Stopped is null))
            return Outcomes.Skipped(draft, run.WhyNot(draft.Invoice.Gstin));
        try
        {
            return settings.Journal is null || DocumentKey.Of(draft.Invoice) is not DocumentKey key
                ? await RunMachineAsync(ProgressOf(draft, body, slot: null), MachineFor(draft.Invoice), cancellation).ConfigureAwait(false)
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
        RegistrationProgress progress = ProgressOf(draft, body, slot);
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
                progress.Found = before.Result;
                await calls.AddImagesAsync(progress, cancellation).ConfigureAwait(false);
                if (draft.Invoice.Transport is null || progress.Found.EwbNumber is not null)
                    return Outcomes.Of(before.Outcome == DocumentOutcome.Registered ? RegistrationVerdict.Registered : RegistrationVerdict.Recovered, progress);
                machine.BeginWithoutEwb(before.Outcome == DocumentOutcome.Recovered);
            }
        }
        RegistrationOutcome outcome = Marked(await RunMachineAsync(progress, machine, cancellation).ConfigureAwait(false));
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

    private async Task<RegistrationOutcome> RunMachineAsync(RegistrationProgress progress, RegistrationMachine machine, CancellationToken cancellation)
    {
        bool wasInDoubt = machine.Step == RegistrationStep.LookUpRecord;
        try
        {
            await progress.Driver.RunMachineAsync(
                machine,
                token => calls.AskAsync(machine.Step, progress, token),
                token => calls.LookUpAsync(machine.Step, progress, token),
                cancellation).ConfigureAwait(false);
            if (machine.Verdict is RegistrationVerdict.Recovered or RegistrationVerdict.RecoveredWithoutEwb)
                await calls.AddImagesAsync(progress, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return wasInDoubt || progress.Driver.WasSent ? Outcomes.CutOff(progress.Draft) : Outcomes.Skipped(progress.Draft, run.StopDetail);
        }
        catch (JournalException fault) when (wasInDoubt || progress.Driver.WasSent)
        {
            run.Stop(RunStop.Journal, fault.Message);
            return Outcomes.CutOff(progress.Draft);
        }
        return progress.Sent is null && machine.Verdict == RegistrationVerdict.NotSent
            ? Outcomes.Skipped(progress.Draft, run.WhyNot(progress.Invoice.Gstin))
            : Outcomes.Of(machine.Verdict, progress);
    }

    private RegistrationProgress ProgressOf(InvoiceDraft draft, byte[] body, JournalSlot? slot) =>
        new(draft, body, slot, new MachineDriver(run, draft.Invoice.Gstin));

    private RegistrationMachine MachineFor(OctaInvoice invoice)
    {
        string number = invoice.DocumentNumber ?? "";
        bool hasTypedIrn = !string.Equals(number, number.ToUpperInvariant(), StringComparison.Ordinal);
        return new RegistrationMachine(invoice.Transport is not null, hasTypedIrn, settings.Resilience.Resends);
    }
}
