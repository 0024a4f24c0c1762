using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Tests.Running;

/// <summary>What can be said of waits that Polly lengthens exponentially with jitter: each lies somewhere, their sum within bounds.</summary>
internal static class JitteredWaits
{
    // Polly's first two waits end together between 1.37 and 2.86 first delays after their begin, as the curve 2^t * tanh(sqrt(4t)) / 1.4 has it for t from 1 to 2.
    private const double MinSum = 1.37;
    private const double MaxSum = 2.86;

    internal static void AssertGrow(ResilienceSettings settings, TimeSpan first, TimeSpan second)
    {
        Assert.InRange(first, TimeSpan.FromTicks(1), settings.MaxDelay);
        Assert.InRange(second, TimeSpan.FromTicks(1), settings.MaxDelay);
        Assert.InRange((first + second).TotalSeconds, MinSum * settings.BaseDelay.TotalSeconds, MaxSum * settings.BaseDelay.TotalSeconds);
    }
}
