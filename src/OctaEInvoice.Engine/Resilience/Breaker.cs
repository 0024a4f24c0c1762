namespace OctaEInvoice.Engine.Resilience;

/// <summary>Whether the service counts as down, and who may probe it. Its user holds a lock.</summary>
/// <remarks>
/// Polly's circuit breaker refuses calls while it is open, and its failure ratio over a time window opens late after a busy minute.
/// Here calls have to wait and lose nothing, and one of those that wait becomes the probe; hence these few lines.
/// </remarks>
internal sealed class Breaker(ResilienceSettings settings)
{
    private int failuresInARow;
    private int probes;
    private bool isOpen;
    private bool isProbing;
    private long probeAt;

    /// <summary>Asks to send a request.</summary>
    /// <param name="now">Timestamp.</param>
    /// <param name="isProbe">True when the service is down and this request is to find out whether it is up again.</param>
    /// <param name="until">When to ask again at the latest; a past moment when a probe is on its way.</param>
    /// <returns>False when the request has to wait.</returns>
    internal bool TryEnter(long now, out bool isProbe, out long until)
    {
        isProbe = isOpen && !isProbing && now >= probeAt;
        until = isProbing ? 0 : probeAt;
        if (isProbe)
            isProbing = true;
        return !isOpen || isProbe;
    }

    /// <summary>The service answered.</summary>
    /// <returns>True when it had counted as down.</returns>
    internal bool Close()
    {
        bool wasOpen = isOpen;
        isOpen = isProbing = false;
        failuresInARow = probes = 0;
        return wasOpen;
    }

    /// <summary>The service did not answer.</summary>
    /// <param name="now">Timestamp.</param>
    /// <param name="wasProbe">The request was the probe.</param>
    /// <param name="deadline">Timestamp of the last sensible probe.</param>
    /// <returns>The wait before the next probe when the breaker opened just now or a probe failed; otherwise null.</returns>
    internal TimeSpan? Failed(long now, bool wasProbe, long deadline)
    {
        failuresInARow++;
        if (isOpen ? !wasProbe : failuresInARow < settings.BreakerFailures)
            return null;
        isOpen = true;
        isProbing = false;
        TimeSpan wait = settings.Growing(++probes);
        probeAt = now + (long)(wait.TotalSeconds * settings.Time.TimestampFrequency);
        if (now < deadline && deadline < probeAt)
        {
            probeAt = deadline;
            wait = TimeSpan.FromSeconds((double)(deadline - now) / settings.Time.TimestampFrequency);
        }
        return wait;
    }

    /// <summary>The probe was broken off; another request takes its place.</summary>
    internal void Release() => isProbing = false;
}
