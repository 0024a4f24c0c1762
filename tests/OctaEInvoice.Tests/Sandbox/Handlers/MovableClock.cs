namespace OctaEInvoice.Tests.Sandbox.Handlers;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>A clock at half past ten of 4 May 2026 in India.</summary>
    internal static MovableClock Start() => new(new DateTimeOffset(2026, 5, 4, 10, 30, 0, TimeSpan.FromHours(5.5)));

    /// <summary>A clock at noon of a day in India.</summary>
    internal static MovableClock NoonOf(IndiaDate day) => new(new DateTimeOffset(day.ToDateTime().AddHours(12), IndiaTime.Offset));

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    internal void Move(TimeSpan by) => now += by;
}
