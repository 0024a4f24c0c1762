using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Cancellation;

/// <summary>Takes one cancellation, of an IRN or of an e-way bill, through its state machine, and words the outcome.</summary>
internal sealed class Canceller(ResilienceSettings resilience, RunState run, OctaService service, bool isSandbox)
{
    private readonly ServiceCalls<CancelResult> calls = new(run, service);

    /// <summary>Cancels.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="what">What is cancelled, in words.</param>
    /// <param name="result">The result as far as it is known, to be completed.</param>
    /// <param name="cancel">Sends the cancellation.</param>
    /// <param name="lookUp">Asks for the status; null when it can't be asked for.</param>
    /// <param name="cancellation">Ends it at once.</param>
    internal async Task<CallOutcome<CancelResult>> CancelAsync(
        string gstin,
        string what,
        CancelResult result,
        Func<CancellationToken, Task<ServerAnswer<CancelResult>>> cancel,
        Func<MachineDriver, CancellationToken, ValueTask<CancelFacts>>? lookUp,
        CancellationToken cancellation)
    {
        var machine = new CancelMachine(lookUp is not null, resilience.Resends);
        var driver = new MachineDriver(run, gstin) { LooksUpToTheLast = true };
        ServerAnswer<CancelResult>? last = null;
        try
        {
            await driver.RunMachineAsync(machine, AskAsync, token => lookUp!(driver, token), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return driver.WasSent
                ? CallOutcome<CancelResult>.Failed(FailureClass.OctaInDoubt, $"{what}: the run was broken off while the cancellation was on its way; it may be cancelled.")
                : CallOutcome<CancelResult>.Failed(FailureClass.OctaSkipped, $"{what}: not cancelled, the run ended before it.");
        }
        return Outcome(machine.Verdict, what, result, last);

        async ValueTask<CancelFacts> AskAsync(CancellationToken token)
        {
            last = await driver.SendAsync(calls, cancel, token).ConfigureAwait(false);
            return new CancelFacts(last.Kind, last.Codes);
        }
    }

    private CallOutcome<CancelResult> Outcome(CancelVerdict verdict, string what, CancelResult result, ServerAnswer<CancelResult>? last)
    {
        switch (verdict)
        {
            case CancelVerdict.Cancelled:
                result.CancelTime = last!.Value!.CancelTime;
                result.AdditionalFields = last.Value.AdditionalFields;
                return Done(result, wasBefore: false);
            case CancelVerdict.FoundCancelled or CancelVerdict.CancelledBefore:
                return Done(result, verdict == CancelVerdict.CancelledBefore);
            case CancelVerdict.InDoubt:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaInDoubt, $"{what}: it is not known whether it is cancelled: {last?.Describe()}", last?.Errors);
            case CancelVerdict.NotSent when last is null:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaSkipped, $"{what}: not cancelled, the run ended before it. {run.StopDetail}");
            case CancelVerdict.NotSent:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaNotSent, $"{what}: the cancellation could not be sent: {last.Describe()}", last.Errors);
            default:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaRejected, $"{what} is not cancelled: {last!.Describe()}", last.Errors);
        }
    }

    private CallOutcome<CancelResult> Done(CancelResult result, bool wasBefore)
    {
        result.Sandbox = isSandbox;
        result.WasCancelledBefore = wasBefore;
        return CallOutcome<CancelResult>.Done(result);
    }
}
