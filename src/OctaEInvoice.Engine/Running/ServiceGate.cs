using System.Globalization;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Running;

/// <summary>What all calls of a run pass: they pause together when the server asks for it, and wait for a service that is down.</summary>
/// <param name="settings">Waits and limits.</param>
/// <param name="clock">The run's clock.</param>
/// <param name="run">Told of events, and stopped when an outage lasts too long.</param>
/// <param name="address">Address of the server, for messages.</param>
internal sealed class ServiceGate(ResilienceSettings settings, RunClock clock, RunState run, Uri? address)
{
    private readonly object sync = new();
    private readonly Breaker[] breakers = [new(settings, OctaService.Irn), new(settings, OctaService.Ewb)];
    private readonly bool[] hasWarned = new bool[2];
    private TaskCompletionSource<bool> changed = NewChange();
    private Throttled? pause;
    private long pausedUntil = long.MinValue;
    private volatile bool wasUnderstood;

    /// <summary>What calls wait for; null while they go through.</summary>
    internal RunEvent? WaitsFor
    {
        get
        {
            lock (sync)
            {
                if (pausedUntil > clock.GetTimestamp())
                    return pause;
                return Array.Find(breakers, breaker => breaker.Down is { IsWaitedFor: true })?.Down;
            }
        }
    }

    /// <summary>Waits while the window pauses, and while the service is down until one request has found it up again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the wait by an exception; a stop of the run ends it too.</param>
    /// <returns>How the call may go on.</returns>
    internal async ValueTask<Turn> EnterAsync(PipelineCall call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Breaker breaker = BreakerOf(call);
        int? breaksSeen = null;
        while (!run.IsOver)
        {
            TimeSpan wait;
            Task change;
            lock (sync)
            {
                long now = clock.GetTimestamp();
                long until = pausedUntil;
                if (pausedUntil <= now)
                {
                    if (breaker.TryEnter(now, out bool isProbe, out until))
                        return isProbe ? Turn.Probe : Turn.Free;
                    if (IsGivenUp(call, breaker, breaksSeen))
                        return Turn.None;
                    breaksSeen ??= breaker.Breaks;
                }
                wait = until > now ? Time(until - now) : Timeout.InfiniteTimeSpan;
                change = changed.Task;
            }
            await WaitAsync(wait, change, cancellation).ConfigureAwait(false);
        }
        return Turn.Free;
    }

    /// <summary>Takes note of an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="turn">How it went through.</param>
    /// <param name="answer">What came.</param>
    /// <returns>False when the call is to be made again once the pause is over.</returns>
    internal bool Leave(PipelineCall call, Turn turn, IServerAnswer answer)
    {
        if (answer.Kind == AnswerKind.Throttled || (answer.Kind == AnswerKind.Refused && ControlCodes.IsLimit(answer.Codes)))
            return SlowDown(call, answer);
        if (answer.Kind == AnswerKind.Success || (answer.Kind == AnswerKind.Refused && !ControlCodes.ProvesNothing(answer.Codes)))
            Answered(BreakerOf(call));
        else
            Failed(call, turn, answer);
        return true;
    }

    /// <summary>Takes note that a call was broken off here.</summary>
    internal void Abandon(PipelineCall call, Turn turn)
    {
        if (turn != Turn.Probe)
            return;
        lock (sync)
            BreakerOf(call).Release();
        LetOthersLook();
    }

    /// <summary>Why a call that does not wait for its service was not made.</summary>
    internal string WhyNot(PipelineCall call)
    {
        ServiceDown? down;
        lock (sync)
            down = BreakerOf(call).Down;
        return $"{Name(call.Service)} is down, and registrations don't wait for it: {down?.Detail}".TrimEnd(' ', ':');
    }

    private Breaker BreakerOf(PipelineCall call) => breakers[(int)call.Service];

    private bool IsOtherFailing(Breaker breaker) => Array.Exists(breakers, other => other != breaker && other.IsFailing);

    // What can be done without is not waited for while the rest works. While nothing works it waits as all do, and then for one more probe:
    // what kept everything away, such as the network, may be over.
    private bool IsGivenUp(PipelineCall call, Breaker breaker, int? breaksSeen) =>
        call.IsOptional && !IsOtherFailing(breaker) && (breaksSeen is null || breaker.Breaks > breaksSeen);

    private void Answered(Breaker breaker)
    {
        wasUnderstood = true;
        if (!breaker.IsFailing)
            return;
        bool wasOpen;
        lock (sync)
        {
            wasOpen = breaker.Answered();
            if (wasOpen)
                Array.ForEach(breakers, other => other.ProbeNow(clock.GetTimestamp()));
        }
        if (wasOpen)
            run.Report(new ServiceBack(breaker.Service));
        LetOthersLook();
    }

    private bool SlowDown(PipelineCall call, IServerAnswer answer)
    {
        wasUnderstood = true;
        Breaker breaker = BreakerOf(call);
        TimeSpan away;
        Throttled? begun = null;
        lock (sync)
        {
            long now = clock.GetTimestamp();
            int throttles = breaker.Throttled(now, isNew: pausedUntil <= now);
            away = breaker.Away(now);
            TimeSpan wait = answer.RetryAfter is TimeSpan asked ? settings.Bounded(asked) : settings.Break(Math.Max(1, throttles));
            long until = now + (long)Math.Round(wait.TotalSeconds * clock.TimestampFrequency);
            if (!IsTooLong(away) && until > pausedUntil)
            {
                pausedUntil = until;
                pause = begun = new Throttled(wait, answer.Describe());
            }
        }
        if (begun is not null)
            run.Report(begun);
        bool isGivenUp = IsTooLong(away);
        if (isGivenUp && !call.IsOptional)
            StopForOutage(call, away, "has asked to slow down without a pause", answer.Describe());
        LetOthersLook();
        return isGivenUp || run.IsOver;
    }

    private void Failed(PipelineCall call, Turn turn, IServerAnswer answer)
    {
        string detail = answer.Describe();
        if (answer.Kind == AnswerKind.Refused)
            wasUnderstood = true;
        // A service that was there before may be away for a while; one that was never there is a mistyped address.
        if (answer.IsNoEndpoint && !wasUnderstood)
        {
            run.Stop(RunStop.Address, $"Octa's API is not at {address?.ToString() ?? "this address"}: {detail}");
            return;
        }
        ServiceDown? down;
        TimeSpan away;
        lock (sync)
        {
            long now = clock.GetTimestamp();
            down = BreakerOf(call).Failed(now, turn == Turn.Probe, detail, isWaitedFor: !call.IsOptional);
            away = BreakerOf(call).Away(now);
        }
        if (IsTooLong(away) && !call.IsOptional)
        {
            StopForOutage(call, away, "has been away", detail);
            return;
        }
        WarnOnce(call, answer.Kind, detail);
        if (down is null)
            return;
        run.Report(down);
        LetOthersLook();
    }

    // Waiting for half an hour with words in the verbose stream alone looks like a command that hangs.
    private void WarnOnce(PipelineCall call, AnswerKind kind, string detail)
    {
        lock (sync)
        {
            if (hasWarned[(int)call.Service] || run.IsOver)
                return;
            hasWarned[(int)call.Service] = true;
        }
        run.Report(new ServiceFailing(call.Service, !call.IsOptional, kind != AnswerKind.NotSent, address, detail, settings.MaxOutage));
    }

    private bool IsTooLong(TimeSpan away) => away >= settings.MaxOutage && away > TimeSpan.Zero;

    private void StopForOutage(PipelineCall call, TimeSpan away, string what, string detail) =>
        run.Stop(RunStop.Outage, string.Format(CultureInfo.InvariantCulture, "{0} {1} for {2:0.#} minutes: {3}", Name(call.Service), what, away.TotalMinutes, detail));

    private static string Name(OctaService service) => service == OctaService.Ewb ? "The e-way bill service" : "The service";

    private async Task WaitAsync(TimeSpan time, Task change, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, run.Stopping);
        Task delay = clock.WaitAsync(time, either.Token);
        await Task.WhenAny(change, delay).ConfigureAwait(false);
        either.Cancel();
        cancellation.ThrowIfCancellationRequested();
    }

    private void LetOthersLook()
    {
        TaskCompletionSource<bool> ended;
        lock (sync)
        {
            ended = changed;
            changed = NewChange();
        }
        ended.TrySetResult(true);
    }

    private static TaskCompletionSource<bool> NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Timers count whole milliseconds; a wait cut to none would be a loop until the clock has moved.
    private TimeSpan Time(long ticks) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Round(ticks * 1000.0 / clock.TimestampFrequency, 3)));
}

/// <summary>How a call may go on.</summary>
internal enum Turn
{
    /// <summary>Like any other.</summary>
    Free,

    /// <summary>As the one that finds out whether the service is up again.</summary>
    Probe,

    /// <summary>Not at all: its service is down, and the run does not wait for it.</summary>
    None,
}
