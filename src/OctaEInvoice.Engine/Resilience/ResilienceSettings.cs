namespace OctaEInvoice.Engine.Resilience;

/// <summary>How long to wait and how often to try.</summary>
public sealed class ResilienceSettings
{
    /// <summary>First wait before a retry; doubles each time, with jitter.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two tries.</summary>
    public TimeSpan MostDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait that a server's Retry-After is obeyed for.</summary>
    public TimeSpan MostRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an outage is waited out before the run ends (-MaxOutageMinutes).</summary>
    public TimeSpan MostOutage { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Tries of a look-up before it counts as unanswered.</summary>
    public int LookUpTries { get; init; } = 3;

    /// <summary>Tries after "could not sign the IRN just now" (2146, 2147).</summary>
    public int SigningTries { get; init; } = 5;

    /// <summary>Sends again of a document in doubt.</summary>
    public int Resends { get; init; } = 4;

    /// <summary>Calls in a row without a proper answer after which the service counts as down: then one request at a time probes it and the others wait.</summary>
    public int BreakerFailures { get; init; } = 8;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    // MaxDelay of Polly does not bound a generated delay, so Retry-After is bounded here.
    internal TimeSpan Bounded(TimeSpan asked) => asked < MostRetryAfter ? asked : MostRetryAfter;

    /// <summary>The wait before the n-th try, from 1: doubled each time, bounded.</summary>
    internal TimeSpan Growing(int tries)
    {
        double seconds = BaseDelay.TotalSeconds * Math.Pow(2, Math.Min(30, Math.Max(0, tries - 1)));
        return TimeSpan.FromSeconds(Math.Min(seconds, MostDelay.TotalSeconds));
    }
}
