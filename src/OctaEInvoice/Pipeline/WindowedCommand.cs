using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>
/// A command whose calls run side by side while everything it writes is written on the pipeline's thread, in the order of the input.
/// </summary>
public abstract class WindowedCommand : ServerCommand, IDisposable
{
    private readonly CancellationTokenSource breakingOff = new();
    private ReplyWindow? window;
    private FailureWriter? failures;
    private RunState? run;
    private RunEventWriter? events;

    private protected RunState Run => run ??= new RunState(Resilience, ActiveConnection.BaseUri);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // While the connection is opened and the first input read.
        RunState.WarmUp();
        base.BeginProcessing();
        window = new ReplyWindow(ThrottleLimit, TimeSpan.FromSeconds(TimeoutSec), WriteMessages, breakingOff);
        failures = new FailureWriter(this, window, EndIfAddressIsWrong);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Settle();

    /// <inheritdoc/>
    protected override void StopProcessing() => breakingOff.Cancel();

    /// <summary>Ends the command, also when the pipeline ended early: sends nothing new and waits a bounded time for what is in flight.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the command.</summary>
    /// <param name="disposing">True when called by Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        run?.End();
        window?.Dispose();
        if (OwnsConnection)
            ActiveConnection.Dispose();
        run?.Dispose();
        breakingOff.Dispose();
    }

    /// <summary>Starts a call as soon as the window has room; writes what is finished meanwhile.</summary>
    /// <param name="call">The call.</param>
    private protected void Submit(Func<CancellationToken, Task<IReply>> call) => window!.Start(call);

    /// <summary>Puts a reply for which no call is needed into the order.</summary>
    /// <param name="reply">The reply.</param>
    private protected void Submit(IReply reply) => window!.Add(reply);

    /// <summary>Puts an error into the order.</summary>
    /// <param name="error">The error.</param>
    private protected void SubmitFailure(ErrorRecord error) => Submit(new FailureReply(this, error));

    /// <summary>Starts a call whose value is written as it is, and whose failure is one error record.</summary>
    /// <param name="call">The call.</param>
    /// <param name="toError">Words a failure.</param>
    private protected void SubmitCall<T>(Func<CancellationToken, Task<ServerAnswer<T>>> call, Func<ServerAnswer<T>, ErrorRecord> toError)
        where T : class
    {
        EndIfStopped();
        Submit(async token => new AnswerReply<T>(this, await call(token).ConfigureAwait(false), toError));
    }

    /// <summary>Starts a call whose result is written as it is, and whose failure is one error record.</summary>
    /// <param name="call">The call.</param>
    /// <param name="target">The input, for the error.</param>
    private protected void SubmitCall<T>(Func<CancellationToken, Task<CallOutcome<T>>> call, object? target)
        where T : class
    {
        EndIfStopped();
        Submit(async token => new OutcomeReply<T>(this, await call(token).ConfigureAwait(false), target));
    }

    /// <summary>Writes all that is still to come, then ends the command when the rest of the run is pointless.</summary>
    private protected void Settle()
    {
        window!.WriteAll();
        WriteMessages();
        ThrowIfStopped();
    }

    /// <summary>What the run leaves unfinished when it is stopped, in sentences for the error that ends it.</summary>
    private protected virtual string UnfinishedSummary => "";

    /// <summary>True once the run has ended before its input: nothing more needs to be read.</summary>
    private protected bool HasStopped => run?.Stopped is not null;

    /// <summary>Writes an error; when it will end the pipeline (-ErrorAction Stop), the documents in flight are settled and written first.</summary>
    /// <param name="error">The error.</param>
    internal void WriteFailure(ErrorRecord error) => failures!.Write(error);

    /// <summary>True for the errors that stopped the run: the error that ends it says them once, and every call in flight would repeat them.</summary>
    /// <param name="errors">Errors of an answer.</param>
    internal bool IsSaidByTheStop(IReadOnlyList<ServerError> errors) =>
        errors.Count > 0 && HasStopped && ControlCodes.StopOf([.. errors.Select(error => error.Code)]) is not null;

    // The run may stop while a call waits for room; then it is not made.
    private void EndIfStopped()
    {
        window!.WaitForRoom();
        if (HasStopped)
            Settle();
    }

    private void ThrowIfStopped()
    {
        if (run?.Stopped is RunStop stop)
            ThrowTerminatingError(stop.ToErrorRecord($"{run.StopDetail} {UnfinishedSummary}".TrimEnd(), run.StopCodes));
    }

    // One error ends the pipeline: the mistyped address says more than the first document that met it.
    private void EndIfAddressIsWrong()
    {
        if (run?.Stopped == RunStop.Address)
            ThrowIfStopped();
    }

    private void WriteMessages()
    {
        if (run is not null)
            (events ??= new RunEventWriter(this)).Write(run);
    }
}
