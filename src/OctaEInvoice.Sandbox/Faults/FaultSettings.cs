namespace OctaEInvoice.Sandbox.Faults;

/// <summary>How much trouble <see cref="SeededFaults"/> makes.</summary>
public sealed record FaultSettings
{
    /// <summary>Share of requests that go wrong, 0 to 1.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>The same seed gives the n-th request the same trouble.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Longest delay of an answer, and of a request that lands late.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What Retry-After asks for.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock that a Retry-After with a date is counted from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Kinds of trouble; empty for all.</summary>
    internal IReadOnlyList<FaultKind> Kinds { get; init; } = [];

    /// <summary>How often an outage begins, on average in requests; 0 for never.</summary>
    public int RequestsBetweenOutages { get; init; }

    /// <summary>How many requests an outage lasts: each is answered by 503 and not processed.</summary>
    public int OutageRequests { get; init; } = 50;
}
