using System.Collections.Concurrent;
using System.Globalization;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Resilience;

/// <summary>What all documents of one run share: pauses, outages, the reason to stop, words for the user.</summary>
public sealed class RunState : IDisposable
{
    private readonly ResilienceSettings settings;
    private readonly Uri? address;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, byte> blockedSellers = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationToken over;
    private readonly object gate = new();
    private readonly Breaker breaker;
    private TaskCompletionSource<bool> probeEnded = NewTurn();
    private long pausedUntil;
    private long failingSince;
    private int throttles;
    private volatile bool wasUnderstood;
    private bool hasWarned;

    /// <summary>The state of a new run.</summary>
    /// <param name="settings">Waits and limits.</param>
    /// <param name="address">Address of the service, for messages.</param>
    public RunState(ResilienceSettings settings, Uri? address = null)
    {
        this.settings = settings;
        this.address = address;
        over = stopping.Token;
        breaker = new Breaker(settings);
        pausedUntil = Now();
    }

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

    /// <summary>What the whole window waits for, as a sentence; null while it goes on.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>Sentences for the verbose stream, in order.</summary>
    public ConcurrentQueue<string> Words { get; } = new();

    /// <summary>Sentences for the warning stream: the first trouble with the service, once a run.</summary>
    public ConcurrentQueue<string> Warnings { get; } = new();

    /// <summary>Stops the run; documents in flight are settled, no further one is sent.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="detail">The answer in words.</param>
    /// <param name="codes">Codes of the answer.</param>
    public void Stop(RunStop reason, string detail, IReadOnlyList<string>? codes = null)
    {
        lock (gate)
        {
            if (Stopped is not null)
                return;
            StopDetail = detail;
            StopCodes = codes ?? [];
            Stopped = reason;
        }
        Words.Enqueue("The run stops: " + detail);
        stopping.Cancel();
    }

    /// <summary>Ends the run without a reason to report: the pipeline ended early. What is in flight is settled, nothing new is sent.</summary>
    public void End() => stopping.Cancel();

    /// <summary>Remembers that NIC blocks a seller; other sellers go on.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    public void BlockSeller(string gstin)
    {
        if (blockedSellers.TryAdd(gstin, 0))
            Words.Enqueue($"NIC blocks {gstin} for many faulty requests; its documents are not sent any more.");
    }

    /// <summary>True when NIC blocks the seller.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <returns>True when so.</returns>
    public bool IsBlocked(string? gstin) => gstin is not null && !blockedSellers.IsEmpty && blockedSellers.ContainsKey(gstin);

    /// <summary>True while something new may be sent for a seller.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <returns>False once the run has stopped or NIC blocks the seller.</returns>
    public bool MaySend(string? gstin) => !IsOver && !IsBlocked(gstin);

    /// <summary>Why nothing is sent for a seller any more.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <returns>A sentence; null when there is nothing to say.</returns>
    public string? WhyNot(string? gstin) => StopDetail ?? (IsBlocked(gstin) ? $"NIC blocks {gstin} for many faulty requests (3096)." : null);

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
        else if (gstin is not null)
            BlockSeller(gstin);
    }

    /// <summary>Waits; a stop of the run ends the wait too.</summary>
    /// <param name="time">How long.</param>
    /// <param name="cancellation">Ends the wait by an exception.</param>
    /// <returns>When it is over.</returns>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        if (IsOver)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, over);
        try
        {
            await Waiting.ForAsync(time, settings.Time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The run stopped: whoever waited looks at that next.
        }
    }

    /// <summary>Lets the whole window pause: one document's 429 is every document's.</summary>
    /// <param name="wait">For how long.</param>
    /// <param name="why">A sentence.</param>
    public void PauseFor(TimeSpan wait, string why)
    {
        long until = Now() + Ticks(wait);
        lock (gate)
        {
            if (until <= pausedUntil)
                return;
            pausedUntil = until;
        }
        WaitsFor = string.Format(CultureInfo.InvariantCulture, "{0} All requests wait {1:0.#} seconds.", why, wait.TotalSeconds);
        Words.Enqueue(WaitsFor);
    }

    /// <summary>Waits while the window pauses, and while the service is down until one request has found it up again.</summary>
    /// <param name="cancellation">Ends the wait by an exception; a stop of the run ends it too.</param>
    /// <returns>True when this request is the one that probes.</returns>
    internal async Task<bool> WaitForTurnAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (!IsOver)
        {
            TimeSpan wait;
            Task turn;
            lock (gate)
            {
                long now = Now();
                if (pausedUntil > now)
                {
                    wait = Time(pausedUntil - now);
                    turn = probeEnded.Task;
                }
                else if (breaker.TryEnter(now, out bool isProbe, out long until))
                {
                    WaitsFor = isProbe ? WaitsFor : null;
                    return isProbe;
                }
                else
                {
                    wait = until > now ? Time(until - now) : Timeout.InfiniteTimeSpan;
                    turn = probeEnded.Task;
                }
            }
            await WaitAsync(wait, turn, cancellation).ConfigureAwait(false);
        }
        return false;
    }

    /// <summary>Notes that the service answered: an outage, if there was one, is over.</summary>
    internal void ServiceAnswered()
    {
        wasUnderstood = true;
        if (Volatile.Read(ref failingSince) == 0)
            return;
        bool wasOpen;
        lock (gate)
        {
            failingSince = 0;
            throttles = 0;
            wasOpen = breaker.Close();
        }
        if (!wasOpen)
            return;
        WaitsFor = null;
        Words.Enqueue("The service answers again.");
        LetOthersLook();
    }

    /// <summary>Notes that the service did not answer; ends the run when it has been away for longer than allowed, or was never there.</summary>
    /// <typeparam name="T">What a success carries.</typeparam>
    /// <param name="answer">What came instead of a proper answer.</param>
    /// <param name="isProbe">The request was the one that probes.</param>
    internal void ServiceFailed<T>(ServerAnswer<T> answer, bool isProbe)
        where T : class
    {
        string detail = answer.Describe();
        if (answer.Kind == AnswerKind.Refused)
            wasUnderstood = true;
        // A service that was there before may be away for a while; one that was never there is a mistyped address.
        if (answer.IsNoEndpoint && !wasUnderstood)
        {
            Stop(RunStop.Address, $"Octa's API is not at {address?.ToString() ?? "this address"}: {detail}");
            return;
        }
        long now = Now();
        TimeSpan? opened;
        TimeSpan away;
        lock (gate)
        {
            if (failingSince == 0)
                failingSince = now;
            away = settings.Time.GetElapsedTime(failingSince, now);
            opened = breaker.Failed(now, isProbe, failingSince + Ticks(settings.MostOutage));
        }
        if (IsTooLong(away, "The service has been away", detail))
            return;
        Warn(answer.Kind, detail);
        if (opened is not TimeSpan wait)
            return;
        WaitsFor = string.Format(
            CultureInfo.InvariantCulture,
            "The service is down ({0}) One request probes it again in {1:0.#} seconds, the others wait; given up after {2:0.#} minutes, of which {3:0.#} have passed.",
            detail,
            wait.TotalSeconds,
            settings.MostOutage.TotalMinutes,
            away.TotalMinutes);
        Words.Enqueue(WaitsFor);
        LetOthersLook();
    }

    /// <summary>Notes that the service asks to slow down; the whole window pauses.</summary>
    /// <param name="retryAfter">How long it asked for; null when it did not say.</param>
    /// <param name="detail">The answer in words.</param>
    internal void ServiceThrottled(TimeSpan? retryAfter, string detail)
    {
        wasUnderstood = true;
        long now = Now();
        TimeSpan away;
        TimeSpan wait;
        lock (gate)
        {
            if (failingSince == 0)
                failingSince = now;
            away = settings.Time.GetElapsedTime(failingSince, now);
            // Many answers of one moment are one request to slow down.
            if (pausedUntil <= now)
                throttles++;
            wait = retryAfter is TimeSpan asked ? settings.Bounded(asked) : settings.Growing(throttles);
            // A service that answers 429 is up.
            breaker.Close();
        }
        if (!IsTooLong(away, "The service has asked to slow down without a pause", detail))
            PauseFor(wait, "The server asks to slow down: " + detail);
        LetOthersLook();
    }

    /// <summary>Notes that a request was broken off here.</summary>
    /// <param name="isProbe">The request was the one that probes.</param>
    internal void Abandoned(bool isProbe)
    {
        if (!isProbe)
            return;
        lock (gate)
            breaker.Release();
        LetOthersLook();
    }

    // Waiting for half an hour with words in the verbose stream alone looks like a command that hangs.
    private void Warn(AnswerKind kind, string detail)
    {
        lock (gate)
        {
            if (hasWarned || IsOver)
                return;
            hasWarned = true;
        }
        Warnings.Enqueue(string.Format(
            CultureInfo.InvariantCulture,
            "The service{0} {1}: {2} {3}",
            address is null ? "" : " at " + address,
            kind == AnswerKind.NotSent ? "can't be reached" : "did not answer as it should",
            detail.EndsWith(".", StringComparison.Ordinal) ? detail : detail + ".",
            settings.MostOutage == TimeSpan.Zero
                ? "No outage is waited out (-MaxOutageMinutes 0): the next failure ends the run."
                : string.Format(CultureInfo.InvariantCulture, "It is tried again for up to {0:0.#} minutes (-MaxOutageMinutes); what follows stands in the verbose stream.", settings.MostOutage.TotalMinutes)));
    }

    private bool IsTooLong(TimeSpan away, string what, string detail)
    {
        if (away < settings.MostOutage || away == TimeSpan.Zero)
            return false;
        Stop(RunStop.Outage, string.Format(CultureInfo.InvariantCulture, "{0} for {1:0.#} minutes: {2}", what, away.TotalMinutes, detail));
        return true;
    }

    private async Task WaitAsync(TimeSpan time, Task turn, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, over);
        Task delay = Waiting.ForAsync(time, settings.Time, either.Token);
        await Task.WhenAny(turn, delay).ConfigureAwait(false);
        either.Cancel();
        cancellation.ThrowIfCancellationRequested();
    }

    private void LetOthersLook()
    {
        TaskCompletionSource<bool> ended;
        lock (gate)
        {
            ended = probeEnded;
            probeEnded = NewTurn();
        }
        ended.TrySetResult(true);
    }

    private static TaskCompletionSource<bool> NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * settings.Time.TimestampFrequency);

    private TimeSpan Time(long ticks) => TimeSpan.FromSeconds((double)ticks / settings.Time.TimestampFrequency);

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    // Never 0, which stands for "not failing".
    private long Now() => Math.Max(1, settings.Time.GetTimestamp());
}
