using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Irns;
using OctaEInvoice.Engine.Json;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Engine.Registration;

/// <summary>Takes checked documents through generateirn: does what the state machine says and words the outcome.</summary>
public sealed class Registrar
{
    private readonly OctaClient client;
    private readonly RegistrationSettings settings;
    private readonly RunState run;
    private readonly CallPipelines<IrnResult> calls;
    private readonly CallPipelines<EwbResult> ewbCalls;

    /// <summary>A registrar for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="settings">How to register.</param>
    /// <param name="run">What the run's documents share.</param>
    public Registrar(OctaClient client, RegistrationSettings settings, RunState run)
    {
        this.client = client;
        this.settings = settings;
        this.run = run;
        calls = new CallPipelines<IrnResult>(run, settings.Resilience);
        ewbCalls = new CallPipelines<EwbResult>(run, settings.Resilience);
    }

    /// <summary>Registers one document.</summary>
    /// <param name="draft">A document without errors.</param>
    /// <param name="cancellation">Ends it at once; a document in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server does.</returns>
    public async Task<RegistrationOutcome> RegisterAsync(InvoiceDraft draft, CancellationToken cancellation)
    {
        if (run.Stopped is not null || run.IsBlocked(draft.Invoice.Gstin))
            return Outcomes.Skipped(draft, run.StopDetail);
        byte[] body = InvoiceJson.Write(draft.Invoice);
        InvoiceRules.CheckSize(body, draft.Issues, draft.Rows.Count > 0 ? draft.Rows[0].Number : null);
        if (draft.Issues.HasErrors)
            return Outcomes.Invalid(draft);
        var journey = new Journey(draft, body);
        RegistrationMachine machine = MachineFor(draft.Invoice);
        try
        {
            while (machine.Step != RegistrationStep.Finish)
                machine.After(await DoAsync(machine, journey, cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            return journey.WasSent ? Outcomes.CutOff(draft) : Outcomes.Skipped(draft, run.StopDetail);
        }
        StopRunWhenPointless(draft, journey);
        return Outcomes.Of(machine.Verdict, journey, settings.IsSandbox);
    }

    private RegistrationMachine MachineFor(OctaInvoice invoice)
    {
        string number = invoice.DocumentNumber ?? "";
        bool hasTypedIrn = !string.Equals(number, number.ToUpperInvariant(), StringComparison.Ordinal);
        return new RegistrationMachine(invoice.Transport is not null, hasTypedIrn, settings.Resilience.Resends);
    }

    private async ValueTask<RegistrationFacts> DoAsync(RegistrationMachine machine, Journey journey, CancellationToken cancellation)
    {
        switch (machine.Step)
        {
            case RegistrationStep.SendAgain:
                await WaitBeforeResendAsync(machine.Resends, cancellation).ConfigureAwait(false);
                return await SendAsync(journey, cancellation).ConfigureAwait(false);
            case RegistrationStep.Send:
                return await SendAsync(journey, cancellation).ConfigureAwait(false);
            case RegistrationStep.AskForEwb:
                return await AskForEwbAsync(journey, cancellation).ConfigureAwait(false);
            default:
                return await LookUpAsync(machine.Step, journey, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<RegistrationFacts> SendAsync(Journey journey, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = await calls.SendAsync(
            token =>
            {
                journey.WasSent = true;
                return client.GenerateIrnAsync(journey.Body, settings.Images, token);
            },
            cancellation).ConfigureAwait(false);
        journey.Sent = answer;
        if (answer.Kind == AnswerKind.Success && answer.Value!.Irn is null)
            journey.Sent = answer = Unfinished(answer);
        if (answer.Kind == AnswerKind.Success)
            journey.Found = answer.Value;
        return new RegistrationFacts(answer.Kind, Journey.CodesOf(answer), HasEwb: answer.Value?.EwbNumber is not null);
    }

    // "Success" without an IRN proves nothing.
    private static ServerAnswer<IrnResult> Unfinished(ServerAnswer<IrnResult> answer) =>
        new() { Kind = AnswerKind.Unclear, HttpStatus = answer.HttpStatus, Detail = "The answer says Success but holds no IRN." };

    private async ValueTask<RegistrationFacts> LookUpAsync(RegistrationStep step, Journey journey, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = await calls.LookUpAsync(token => Ask(step, journey.Draft.Invoice, token), cancellation).ConfigureAwait(false);
        journey.LookedUp = answer;
        if (answer.Kind != AnswerKind.Success || answer.Value!.Irn is null)
            return new RegistrationFacts(answer.Kind == AnswerKind.Success ? AnswerKind.Unclear : answer.Kind, Journey.CodesOf(answer));
        AdoptionVerdict verdict = Adoption.Judge(journey.Draft.Invoice, answer.Value, out string? difference);
        journey.Found = answer.Value;
        journey.Difference = difference;
        return new RegistrationFacts(AnswerKind.Success, [], verdict, answer.Value.EwbNumber is not null);
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
        ServerAnswer<EwbResult> answer = await ewbCalls.SendAsync(
            token => client.GenerateEwbByIrnAsync(invoice.Gstin!, request, settings.Images.Pdf, token), cancellation).ConfigureAwait(false);
        journey.Ewb = answer;
        if (answer.Kind == AnswerKind.Success)
            journey.AddEwb(answer.Value!);
        return new RegistrationFacts(answer.Kind, Journey.CodesOf(answer));
    }

    private async Task WaitBeforeResendAsync(int resend, CancellationToken cancellation)
    {
        double factor = Math.Pow(2, Math.Max(0, resend - 1));
        double seconds = Math.Min(settings.Resilience.BaseDelay.TotalSeconds * factor, settings.Resilience.MostDelay.TotalSeconds);
        await Waiting.ForAsync(TimeSpan.FromSeconds(seconds), settings.Resilience.Time, cancellation).ConfigureAwait(false);
    }

    private void StopRunWhenPointless(InvoiceDraft draft, Journey journey)
    {
        if (journey.Sent is not { Kind: AnswerKind.Refused } refusal)
            return;
        IReadOnlyList<string> codes = Journey.CodesOf(refusal);
        switch (ControlCodes.StopOf(codes))
        {
            case null:
                return;
            case RunStop.SellerBlocked:
                run.BlockSeller(draft.Invoice.Gstin!);
                return;
            case RunStop reason:
                run.Stop(reason, refusal.Detail, codes);
                return;
        }
    }
}
