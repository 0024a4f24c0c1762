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

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
