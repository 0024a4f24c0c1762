using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Calls;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Ewb;
using OctaEInvoice.Engine.Irns;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.Window;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>
/// A command whose calls run side by side while everything it writes is written on the pipeline's thread, in the order of the input.
/// </summary>
public abstract class WindowedCommand : ServerCommand, IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    // Calls that were broken off end by themselves; a moment for that, so that each says how it ended.
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource breakingOff = new();
    private OrderedWindow<Action>? window;
    private RunState? run;
    private RunEventWriter? events;

    private protected RunState Run => run ??= new RunState(Resilience, Opened.BaseUri);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // While the connection is opened and the first input read.
        RunState.WarmUp();
        base.BeginProcessing();
    }

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
        if (window is not null)
        {
            run?.End();
            if (breakingOff.IsCancellationRequested || !window.WaitForAll(TimeSpan.FromSeconds(TimeoutSec)))
            {
                breakingOff.Cancel();
                window.WaitForAll(SettleTimeout);
            }
            window.Dispose();
        }
        if (OwnsConnection)
            Opened.Dispose();
        run?.Dispose();
        breakingOff.Dispose();
    }

    /// <summary>Starts a call as soon as the window has room; writes what is finished meanwhile.</summary>
    /// <param name="call">The call; gives what to write, to be done on the pipeline's thread.</param>
    private protected void Submit(Func<CancellationToken, Task<Action>> call)
    {
        WaitForRoom();
        CancellationToken token = breakingOff.Token;
        window!.Start(() => call(token));
        WriteFinished();
    }

    /// <summary>Puts something to write into the order.</summary>
    /// <param name="write">What to write.</param>
    private protected void SubmitWritten(Action write)
    {
        WaitForRoom();
        window!.Add(write);
        WriteFinished();
    }

    /// <summary>Writes all that is still to come, then ends the command when the rest of the run is pointless.</summary>
    private protected void Settle()
    {
        while (window is { Count: > 0 })
            WriteOrWait();
        WriteWords();
        ThrowIfStopped();
    }

    /// <summary>What the run leaves open when it was stopped, in sentences.</summary>
    private protected virtual string LeftOpen => "";

    private void ThrowIfStopped()
    {
        if (run?.Stopped is RunStop stop)
            ThrowTerminatingError(stop.ToErrorRecord($"{run.StopDetail} {LeftOpen}".TrimEnd(), run.StopCodes));
    }

    /// <summary>True once the run has ended before its input: nothing more needs to be read.</summary>
    private protected bool HasStopped => run?.Stopped is not null;

    /// <summary>Writes an error; when it will end the pipeline (-ErrorAction Stop), the documents in flight are settled and written first.</summary>
    /// <param name="error">The error.</param>
    private protected void WriteFailure(ErrorRecord error)
    {
        if (IsSettling)
            return;
        if (ErrorsEndThePipeline())
        {
            IsSettling = true;
            WriteSuccessesInFlight();
            IsSettling = false;
            // One error ends the pipeline: the mistyped address says more than the first document that met it.
            if (run?.Stopped == RunStop.Address)
                ThrowIfStopped();
        }
        WriteError(error);
    }

    /// <summary>The IRN that was given, or null after an error: text that is none asks for nothing.</summary>
    private protected string? IrnOrError(string? given)
    {
        string? irn = IrnText.Read(given, out Issue? issue);
        if (issue is not null)
            SubmitWritten(() => WriteFailure(issue.ToInputRecord("OctaBadIrn", given)));
        return irn;
    }

    /// <summary>The number of an e-way bill that was given, or null after an error.</summary>
    private protected string? EwbNumberOrError(string? given)
    {
        string? number = EwbNumberText.Read(given, out Issue? issue);
        if (issue is not null)
            SubmitWritten(() => WriteFailure(issue.ToInputRecord("OctaBadEwbNumber", given)));
        return number;
    }

    /// <summary>Starts a call whose value is written as it is, and whose failure is one error record.</summary>
    /// <param name="call">The call.</param>
    /// <param name="toError">Words a failure.</param>
    private protected void SubmitCall<T>(Func<CancellationToken, Task<ServerAnswer<T>>> call, Func<ServerAnswer<T>, ErrorRecord> toError)
        where T : class
    {
        EndIfStopped();
        Submit(async token => new Finished<T>(this, await call(token).ConfigureAwait(false), toError).Write);
    }

    /// <summary>Starts a call whose result is written as it is, and whose failure is one error record.</summary>
    /// <param name="call">The call.</param>
    /// <param name="target">The input, for the error.</param>
    private protected void SubmitCall<T>(Func<CancellationToken, Task<CallOutcome<T>>> call, object? target)
        where T : class
    {
        EndIfStopped();
        Submit(async token => new Done<T>(this, await call(token).ConfigureAwait(false), target).Write);
    }

    private void WaitForRoom()
    {
        window ??= new OrderedWindow<Action>(ThrottleLimit);
        while (window.IsFull)
            WriteOrWait();
    }

    // The wait for room is where a stop is learnt of: after it nothing more is asked.
    private void EndIfStopped()
    {
        WaitForRoom();
        if (HasStopped)
            Settle();
    }

    /// <summary>True while the documents in flight are settled before an error ends the pipeline: one error ends it, not several.</summary>
    private protected bool IsSettling { get; private set; }

    /// <summary>True for something to write that is a success: it is written even when an error ends the pipeline.</summary>
    /// <param name="write">What to write.</param>
    private protected virtual bool IsSuccess(Action write) => write.Target is IFinished { IsSuccess: true };

    private void WriteSuccessesInFlight()
    {
        if (window is null)
            return;
        // One that is still on its way, as in a long back-off, is no reason to withhold those that are done.
        window.WaitForAll(TimeSpan.FromSeconds(TimeoutSec));
        foreach (Action write in window.TakeFinished())
            if (IsSuccess(write))
                write();
    }

    // After a refused login the run ends with that one error; the others in flight would only repeat it.
    private protected bool IsReported(IReadOnlyList<ServerError> errors) =>
        errors.Count > 0 && HasStopped && ControlCodes.StopOf([.. errors.Select(error => error.Code)]) is not null;

    private bool ErrorsEndThePipeline()
    {
        object? preference = MyInvocation.BoundParameters.TryGetValue("ErrorAction", out object? bound) ? bound : GetVariableValue("ErrorActionPreference");
        return string.Equals(preference?.ToString(), "Stop", StringComparison.OrdinalIgnoreCase);
    }

    private void WriteOrWait()
    {
        if (WriteFinished())
            return;
        try
        {
            window!.WaitForProgress(PollInterval, breakingOff.Token);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        WriteWords();
    }

    private bool WriteFinished()
    {
        bool any = false;
        while (window!.TryTake(out Action write))
        {
            any = true;
            write();
        }
        return any;
    }

    private void WriteWords()
    {
        if (run is not null)
            (events ??= new RunEventWriter(this)).Write(run);
    }

    private interface IFinished
    {
        bool IsSuccess { get; }
    }

    private sealed class Finished<T>(WindowedCommand command, ServerAnswer<T> answer, Func<ServerAnswer<T>, ErrorRecord> toError) : IFinished
        where T : class
    {
        public bool IsSuccess => answer.Value is not null;

        internal void Write()
        {
            if (answer.Value is T value)
                command.WriteObject(value);
            else if (!command.IsReported(answer.Errors))
                command.WriteFailure(toError(answer));
        }
    }

    private sealed class Done<T>(WindowedCommand command, CallOutcome<T> outcome, object? target) : IFinished
        where T : class
    {
        public bool IsSuccess => outcome.IsDone;

        internal void Write()
        {
            if (outcome.Result is T result)
                command.WriteObject(result);
            else if (!command.IsReported(outcome.Errors))
                command.WriteFailure(outcome.ToErrorRecord(target));
        }
    }
}
