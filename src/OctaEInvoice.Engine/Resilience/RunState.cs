using System.Collections.Concurrent;
using System.Globalization;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Resilience;

/// <summary>What all documents of one run share: pauses, outages, the reason to stop, words for the user.</summary>
public sealed class RunState : IDisposable
{
    private readonly ResilienceSettings settings;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, byte> blockedSellers = new(StringComparer.OrdinalIgnoreCase);
    private readonly object gate = new();
    private long pausedUntil;
    private long failingSince;

    /// <summary>The state of a new run.</summary>
    /// <param name="settings">Waits and limits.</param>
    public RunState(ResilienceSettings settings)
    {
        this.settings = settings;
        pausedUntil = Now();
    }

    /// <summary>Why the run ends before its input does; null while it goes on.</summary>
    public RunStop? Stopped { get; private set; }

    /// <summary>The answer that stopped it, in words.</summary>
    public string? StopDetail { get; private set; }

    /// <summary>Codes of the answer that stopped it.</summary>
    public IReadOnlyList<string> StopCodes { get; private set; } = [];

    /// <summary>Ends waits when the run stops.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Sentences for the verbose stream, in order.</summary>
    public ConcurrentQueue<string> Words { get; } = new();

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
    public bool MaySend(string? gstin) => Stopped is null && !IsBlocked(gstin);

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
            Stop(reason, answer.InWords, codes);
        else if (gstin is not null)
            BlockSeller(gstin);
    }

    /// <summary>Waits; a stop of the run ends the wait too.</summary>
    /// <param name="time">How long.</param>
    /// <param name="cancellation">Ends the wait by an exception.</param>
    /// <returns>When it is over.</returns>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        if (Stopped is not null)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping.Token);
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
        long until = Now() + (long)(wait.TotalSeconds * settings.Time.TimestampFrequency);
        lock (gate)
        {
            if (until <= pausedUntil)
                return;
            pausedUntil = until;
        }
        Words.Enqueue(string.Format(CultureInfo.InvariantCulture, "{0} All requests wait {1:0.#} seconds.", why, wait.TotalSeconds));
    }

    /// <summary>Waits while the window pauses.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>When the pause is over.</returns>
    public async Task WaitForPauseAsync(CancellationToken cancellation)
    {
        while (true)
        {
            long left;
            lock (gate)
                left = pausedUntil - Now();
            if (left <= 0)
                return;
            await Waiting.ForAsync(TimeSpan.FromSeconds((double)left / settings.Time.TimestampFrequency), settings.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that the service answered: an outage, if there was one, is over.</summary>
    public void ServiceAnswered()
    {
        if (Volatile.Read(ref failingSince) == 0)
            return;
        Volatile.Write(ref failingSince, 0);
        Words.Enqueue("The service answers again.");
    }

    /// <summary>Notes that the service did not answer; ends the run when it has been away for longer than allowed.</summary>
    /// <param name="detail">What happened, in words.</param>
    public void ServiceFailed(string detail)
    {
        long now = Now();
        long since = Interlocked.CompareExchange(ref failingSince, now, 0);
        if (since == 0)
            Words.Enqueue("The service does not answer as it should: " + detail);
        else if (settings.Time.GetElapsedTime(since, now) > settings.MostOutage)
            Stop(RunStop.Outage, string.Format(CultureInfo.InvariantCulture, "The service has been away for {0:0.#} minutes: {1}", settings.MostOutage.TotalMinutes, detail));
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    // Never 0, which stands for "not failing".
    private long Now() => Math.Max(1, settings.Time.GetTimestamp());
}
