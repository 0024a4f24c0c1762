namespace OctaEInvoice.Engine.Resilience;

/// <summary>Waits by the clock given, which a test can move, on both frameworks.</summary>
internal static class Waiting
{
    internal static Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellation)
    {
#if NETFRAMEWORK
        return clock.Delay(time, cancellation);
#else
        return Task.Delay(time, clock, cancellation);
#endif
    }
}
