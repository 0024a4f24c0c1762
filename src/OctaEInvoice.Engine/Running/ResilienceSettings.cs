namespace OctaEInvoice.Engine.Running;

/// <summary>How long to wait and how often to try.</summary>
public sealed class ResilienceSettings
{
    /// <summary>Bound of one attempt, from 10 milliseconds to a day (-TimeoutSec).</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>First wait before a retry; doubles each time, with jitter.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two tries.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait that a server's Retry-After is obeyed for.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an outage is waited out before the run ends (-MaxOutageMinutes).</summary>
    public TimeSpan MaxOutage { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Tries of a look-up before it counts as unanswered.</summary>
    public int LookUpTries { get; init; } = 3;

    /// <summary>Tries after "could not sign the IRN just now" (2146, 2147).</summary>
    public int SigningTries { get; init; } = 5;

    /// <summary>Sends again of a document in doubt.</summary>
    public int Resends { get; init; } = 4;

    /// <summary>Calls in a row without a proper answer after which a service counts as down: then one request at a time probes it and the others wait.</summary>
    public int BreakerFailures { get; init; } = 8;

    /// <summary>The clock of all waits. Attempts take as long as the network takes and are bounded by the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The wait that a server asked for, bounded.</summary>
    internal TimeSpan Bounded(TimeSpan asked) => asked < MaxRetryAfter ? asked : MaxRetryAfter;

    /// <summary>The n-th break of a service in trouble, from 1: doubled each time, bounded. The waits before retries are Polly's; how long a breaker stays open Polly leaves to its user.</summary>
    internal TimeSpan Break(int number)
    {
        double seconds = BaseDelay.TotalSeconds * Math.Pow(2, Math.Min(30, number - 1));
        return TimeSpan.FromSeconds(Math.Min(seconds, MaxDelay.TotalSeconds));
    }
}
