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

    /// <summary>Waits before the next send of something in doubt, longer each time; a stop of the run ends the wait.</summary>
    internal static Task BeforeResendAsync(int resend, ResilienceSettings settings, RunState run, CancellationToken cancellation) =>
        run.WaitAsync(settings.Growing(resend), cancellation);
}
