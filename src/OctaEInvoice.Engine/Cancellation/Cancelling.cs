using OctaEInvoice.Engine.Calls;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Registration;
using OctaEInvoice.Engine.Resilience;

namespace OctaEInvoice.Engine.Cancellation;

/// <summary>Does what the machine says for one cancellation, and words the outcome.</summary>
internal sealed class Cancelling(ResilienceSettings resilience, RunState run, OctaService service, bool isSandbox)
{
    private readonly ServiceCalls<CancelResult> calls = new(run, service);

    internal async Task<CallOutcome<CancelResult>> RunAsync(
        string gstin,
        string what,
        CancelResult result,
        Func<CancellationToken, Task<ServerAnswer<CancelResult>>> cancel,
        Func<CancellationToken, Task<CancelFacts>>? lookUp,
        CancellationToken cancellation)
    {
        var machine = new CancelMachine(lookUp is not null, resilience.Resends);
        ServerAnswer<CancelResult>? last = null;
        bool wasSent = false;
        try
        {
            await run.Pipeline.RepeatAsync(RoundAsync, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return wasSent
                ? CallOutcome<CancelResult>.Failed(FailureClass.OctaInDoubt, $"{what}: the run was broken off while the cancellation was on its way; it may be cancelled.")
                : CallOutcome<CancelResult>.Failed(FailureClass.OctaSkipped, $"{what}: not cancelled, the run ended before it.");
        }
        return Outcome(machine.Verdict, what, result, last);

        // Up to the end, or to the next cancellation, which is to wait.
        async ValueTask<bool> RoundAsync(CancellationToken token)
        {
            while (machine.Step != CancelStep.Finish)
            {
                if (machine.Step == CancelStep.LookUp)
                {
                    machine.After(await lookUp!(token).ConfigureAwait(false));
                }
                else if (!run.MaySend(gstin))
                {
                    machine.GiveUp();
                }
                else
                {
                    last = await calls.SendAsync(token => { wasSent = true; return cancel(token); }, token).ConfigureAwait(false);
                    run.NoteRefusal(last, gstin);
                    machine.After(new CancelFacts(last.Kind, last.Codes));
                }
                if (machine.Step == CancelStep.CancelAgain)
                    return true;
            }
            return false;
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
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaInDoubt, $"{what}: it is not known whether it is cancelled: {last?.InWords}", last?.Errors);
            case CancelVerdict.NotSent when last is null:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaSkipped, $"{what}: not cancelled, the run ended before it. {run.StopDetail}");
            case CancelVerdict.NotSent:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaNotSent, $"{what}: the cancellation could not be sent: {last.InWords}", last.Errors);
            default:
                return CallOutcome<CancelResult>.Failed(FailureClass.OctaRejected, $"{what} is not cancelled: {last!.InWords}", last.Errors);
        }
    }

    private CallOutcome<CancelResult> Done(CancelResult result, bool wasBefore)
    {
        result.Sandbox = isSandbox;
        result.WasCancelledBefore = wasBefore;
        return CallOutcome<CancelResult>.Done(result);
    }
}
