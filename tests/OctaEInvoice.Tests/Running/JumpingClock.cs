namespace OctaEInvoice.Tests.Running;

/// <summary>A clock of its own on which a wait takes no time: it jumps to the moment that was waited for, however busy the machine is.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private readonly object gate = new();
    private TimeSpan now = TimeSpan.FromHours(1);

    /// <summary>True for a clock that stands still: waits never end by themselves.</summary>
    internal bool Stands { get; init; }

    internal TimeSpan Now
    {
        get
        {
            lock (gate)
                return now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Jump(this, () => callback(state), dueTime);

    private void JumpTo(TimeSpan moment)
    {
        lock (gate)
            now = moment > now ? moment : now;
    }

    private sealed class Jump : ITimer
    {
        private readonly JumpingClock clock;
        private readonly Action ring;
        private volatile bool isOver;

        internal Jump(JumpingClock clock, Action ring, TimeSpan dueTime)
        {
            this.clock = clock;
            this.ring = ring;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (clock.Stands || dueTime == Timeout.InfiniteTimeSpan)
                return true;
            TimeSpan moment = clock.Now + dueTime;
            Task.Run(() =>
            {
                if (isOver)
                    return;
                clock.JumpTo(moment);
                ring();
            });
            return true;
        }

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
