using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Sandbox.Faults;

/// <summary>Decides which requests go wrong, and how.</summary>
internal interface IFaultPlan
{
    /// <summary>Asked once for each request, before anything else; called on many threads at a time.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What goes wrong; null for nothing.</returns>
    Fault? Next(HttpRequest request);
}

/// <summary>What goes wrong with one request.</summary>
internal sealed record Fault
{
    /// <summary>True when the request takes effect before its answer goes wrong; false when it never reaches the portal.</summary>
    public bool IsProcessed { get; init; }

    /// <summary>The answer that goes out in place of the sandbox's own; null leaves the own one (503 for a request that isn't processed).</summary>
    public HttpResponse? Answer { get; init; }

    /// <summary>How the answer travels; null leaves it as the answer says.</summary>
    public HttpDelivery? Delivery { get; init; }

    /// <summary>How long new connections are refused from now on; null leaves the server listening.</summary>
    public TimeSpan? RefusesFor { get; init; }

    /// <summary>For a request that is not processed now: how much later it takes effect all the same, unseen by its client; null for never.</summary>
    public TimeSpan? LandsAfter { get; init; }
}
