namespace OctaEInvoice.Engine.Running;

/// <summary>The clock of a run: a wait by it ends with the run, so that nobody waits for a service that nothing more is sent to.</summary>
/// <remarks>Polly's waits know one token, and that one would end requests on their way too: those are to be answered.</remarks>
internal sealed class RunClock(TimeProvider clock, CancellationToken stopping) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new EndingTimer(clock.CreateTimer(callback, state, dueTime, period), stopping.Register(() => callback(state)));

    /// <summary>Waits.</summary>
    /// <param name="time">How long.</param>
    /// <param name="cancellation">Ends the wait by an exception.</param>
    internal Task WaitAsync(TimeSpan time, CancellationToken cancellation) =>
#if NETFRAMEWORK
        this.Delay(time, cancellation);
#else
        Task.Delay(time, this, cancellation);
#endif

    private sealed class EndingTimer(ITimer timer, CancellationTokenRegistration ending) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            ending.Dispose();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            ending.Dispose();
            return timer.DisposeAsync();
        }
    }
}
