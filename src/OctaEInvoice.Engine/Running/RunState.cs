using System.Collections.Concurrent;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Running;

/// <summary>What all documents of one run share: the reason to stop, the sellers that are blocked, the way to the server, what there is to report.</summary>
public sealed class RunState : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationToken over;
    private readonly BlockedSellers sellers = new();
    private readonly Lazy<CallPipeline> pipeline;
    private readonly object sync = new();

    /// <summary>The state of a new run.</summary>
    /// <param name="settings">Waits and limits.</param>
    /// <param name="address">Address of the service, for messages.</param>
    public RunState(ResilienceSettings settings, Uri? address = null)
    {
        over = stopping.Token;
        // Building it costs more than a call: only once there is one.
        pipeline = new Lazy<CallPipeline>(() => new CallPipeline(this, settings, address));
    }

    /// <summary>
    /// Has the machinery of calls loaded and compiled on another thread, so that the first call of a process need not wait for it. Returns at once;
    /// after the first time it does nothing.
    /// </summary>
    public static void WarmUp() => CallPipeline.WarmUp();

    /// <summary>Why the run ends before its input does; null while it goes on.</summary>
    public RunStop? Stopped { get; private set; }

    /// <summary>The answer that stopped it, in words.</summary>
    public string? StopDetail { get; private set; }

    /// <summary>Codes of the answer that stopped it.</summary>
    public IReadOnlyList<string> StopCodes { get; private set; } = [];

    /// <summary>Ends waits when the run stops.</summary>
    public CancellationToken Stopping => over;

    /// <summary>True once nothing new is sent: the run was stopped, or whoever reads its results has gone.</summary>
    public bool IsOver => over.IsCancellationRequested;

    /// <summary>What there is to report, in order.</summary>
    public ConcurrentQueue<RunEvent> Events { get; } = new();

    /// <summary>What all calls wait for just now; null while they go through.</summary>
    public RunEvent? WaitsFor => pipeline.IsValueCreated ? pipeline.Value.WaitsFor : null;

    /// <summary>What every call goes through.</summary>
    internal CallPipeline Pipeline => pipeline.Value;

    /// <summary>Stops the run; documents in flight are settled, no further one is sent.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="detail">The answer in words.</param>
    /// <param name="codes">Codes of the answer.</param>
    public void Stop(RunStop reason, string detail, IReadOnlyList<string>? codes = null)
    {
        lock (sync)
        {
            if (Stopped is not null)
                return;
            StopDetail = detail;
            StopCodes = codes ?? [];
            Stopped = reason;
        }
        Report(new Stopped(reason, detail));
        stopping.Cancel();
    }

    /// <summary>Ends the run without a reason to report: the pipeline ended early. What is in flight is settled, nothing new is sent.</summary>
    public void End() => stopping.Cancel();

    /// <summary>True while something new may be sent for a seller.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <returns>False once the run has stopped or NIC blocks the seller.</returns>
    public bool MaySend(string? gstin) => !IsOver && !sellers.Contains(gstin);

    /// <summary>Why nothing is sent for a seller any more.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <returns>A sentence; null when there is nothing to say.</returns>
    public string? WhyNot(string? gstin) => StopDetail ?? (sellers.Contains(gstin) ? $"NIC blocks {gstin} for many faulty requests (3096)." : null);

    /// <summary>Looks at a refusal: some make the rest of the run, or of one seller, pointless.</summary>
    /// <typeparam name="T">What a success carries.</typeparam>
    /// <param name="answer">The answer.</param>
    /// <param name="gstin">GSTIN of the seller it was asked for.</param>
    public void NoteRefusal<T>(ServerAnswer<T> answer, string? gstin)
        where T : class
    {
        if (answer.Kind != AnswerKind.Refused)
            return;
        IReadOnlyList<string> codes = answer.Codes;
        if (ControlCodes.StopOf(codes) is not RunStop reason)
            return;
        if (reason != RunStop.SellerBlocked)
            Stop(reason, answer.Describe(), codes);
        else if (gstin is not null && sellers.Add(gstin))
            Report(new SellerBlocked(gstin));
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    internal void Report(RunEvent happening) => Events.Enqueue(happening);
}
