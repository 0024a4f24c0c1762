using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.EwayBills;

/// <summary>Makes e-way bills for registered documents (generateewbbyirn); one that exists is fetched and adopted (getewbbyirn).</summary>
public sealed class EwbMaker
{
    private readonly OctaClient client;
    private readonly ResilienceSettings resilience;
    private readonly RunState run;
    private readonly bool isSandbox;
    private readonly ServiceCalls<EwbResult> calls;

    /// <summary>A maker for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="resilience">Waits and limits.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public EwbMaker(OctaClient client, ResilienceSettings resilience, RunState run, bool isSandbox)
        : this(client, resilience, run, isSandbox, isOptional: false)
    {
    }

    /// <summary>A maker for one run that may go on without e-way bills while their service is down.</summary>
    internal EwbMaker(OctaClient client, ResilienceSettings resilience, RunState run, bool isSandbox, bool isOptional)
    {
        this.client = client;
        this.resilience = resilience;
        this.run = run;
        this.isSandbox = isSandbox;
        calls = new ServiceCalls<EwbResult>(run, OctaService.Ewb, isOptional);
    }

    /// <summary>Makes one e-way bill.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="request">IRN and transport.</param>
    /// <param name="pdf">True to get the PDF too.</param>
    /// <param name="cancellation">Ends it at once; a request in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server does.</returns>
    public async Task<CallOutcome<EwbResult>> MakeAsync(string gstin, EwbRequest request, bool pdf, CancellationToken cancellation)
    {
        var machine = new EwbMachine(resilience.Resends);
        var driver = new MachineDriver(run, gstin) { LooksUpToTheLast = true };
        ServerAnswer<EwbResult>? made = null;
        ServerAnswer<EwbResult>? fetched = null;
        try
        {
            await driver.RunMachineAsync(machine, AskAsync, FetchAsync, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return driver.WasSent
                ? CallOutcome<EwbResult>.Failed(FailureClass.OctaInDoubt, $"The run was broken off while the e-way bill of IRN {request.Irn} was on its way; it may exist.")
                : CallOutcome<EwbResult>.Failed(FailureClass.OctaSkipped, $"No e-way bill of IRN {request.Irn} was asked for: the run ended before it.");
        }
        return Outcome(machine.Verdict, gstin, request.Irn!, made, fetched);

        async ValueTask<EwbFacts> AskAsync(CancellationToken token) =>
            Facts(made = await driver.SendAsync(calls, sending => client.GenerateEwbByIrnAsync(gstin, request, pdf, sending), token).ConfigureAwait(false));

        async ValueTask<EwbFacts> FetchAsync(CancellationToken token) =>
            Facts(fetched = await driver.LookUpAsync(calls, asking => client.GetEwbByIrnAsync(gstin, request.Irn!, pdf, asking), token).ConfigureAwait(false));
    }

    // Without a number even a success proves nothing.
    private static EwbFacts Facts(ServerAnswer<EwbResult> answer) => answer.Kind == AnswerKind.Success && answer.Value!.EwbNumber is null
        ? new EwbFacts(AnswerKind.Unclear, [])
        : new EwbFacts(answer.Kind, answer.Codes, answer.Value?.EwbStatus ?? RecordStatus.Unknown);

    private CallOutcome<EwbResult> Outcome(EwbVerdict verdict, string gstin, string irn, ServerAnswer<EwbResult>? made, ServerAnswer<EwbResult>? fetched) => verdict switch
    {
        EwbVerdict.Made => Done(made!.Value!, gstin, irn, existed: false),
        EwbVerdict.Adopted => Done(fetched!.Value!, gstin, irn, existed: true),
        EwbVerdict.DataMissing => Failed(FailureClass.OctaInDoubt, $"IRN {irn} has an e-way bill already, but its data can't be had: {fetched!.Describe()}", made),
        EwbVerdict.InDoubt => Failed(FailureClass.OctaInDoubt, $"It is not known whether IRN {irn} has its e-way bill: {made?.Describe()}", made),
        EwbVerdict.NotSent when made is null => Failed(FailureClass.OctaSkipped, $"No e-way bill of IRN {irn} was asked for: the run ended before it. {run.StopDetail}", made),
        EwbVerdict.NotSent => Failed(FailureClass.OctaNotSent, $"The request for the e-way bill of IRN {irn} could not be sent: {made.Describe()}", made),
        _ => Failed(FailureClass.OctaRejected, $"No e-way bill was made for IRN {irn}: {made!.Describe()}", made),
    };

    private CallOutcome<EwbResult> Done(EwbResult result, string gstin, string irn, bool existed)
    {
        result.Gstin = gstin;
        result.Irn = irn;
        result.Existed = existed;
        result.Sandbox = isSandbox;
        return CallOutcome<EwbResult>.Done(result);
    }

    private static CallOutcome<EwbResult> Failed(FailureClass failure, string message, ServerAnswer<EwbResult>? made) =>
        CallOutcome<EwbResult>.Failed(failure, message, made?.Errors);
}
