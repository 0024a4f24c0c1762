namespace OctaEInvoice.Tests.Sandbox.Endpoints;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    internal void Move(TimeSpan by) => now += by;
}
