namespace OctaEInvoice.Engine.Running;

/// <summary>Whether one service counts as down, since when it is in trouble, and who may probe it. Its user holds a lock.</summary>
/// <remarks>
/// Polly's circuit breaker refuses calls while it is open, and its failure ratio over a time window opens late after a busy minute.
/// Here calls have to wait and lose nothing, and one of those that wait becomes the probe; hence these few lines.
/// </remarks>
internal sealed class Breaker(ResilienceSettings settings, OctaService service)
{
    private int failuresInARow;
    private int throttles;
    private bool isProbing;
    private long probeAt;
    private long failingSince;

    internal OctaService Service => service;

    /// <summary>True once a call got no proper answer, until one gets it. May be read without the lock.</summary>
    internal bool IsFailing => Volatile.Read(ref failingSince) != 0;

    /// <summary>How often the service was found down; 0 while it counts as up.</summary>
    internal int Breaks { get; private set; }

    /// <summary>How it was found down the last time; null while it counts as up.</summary>
    internal ServiceDown? Down { get; private set; }

    /// <summary>Asks to send a request.</summary>
    /// <param name="now">Timestamp.</param>
    /// <param name="isProbe">True when the service is down and this request is to find out whether it is up again.</param>
    /// <param name="until">When to ask again at the latest; a past moment when a probe is on its way.</param>
    /// <returns>False when the request has to wait.</returns>
    internal bool TryEnter(long now, out bool isProbe, out long until)
    {
        isProbe = Breaks > 0 && !isProbing && now >= probeAt;
        until = isProbing ? 0 : probeAt;
        if (isProbe)
            isProbing = true;
        return Breaks == 0 || isProbe;
    }

    /// <summary>The service answered: its trouble is over.</summary>
    /// <returns>True when it had counted as down.</returns>
    internal bool Answered()
    {
        bool wasOpen = Breaks > 0;
        Volatile.Write(ref failingSince, 0);
        throttles = 0;
        Close();
        return wasOpen;
    }

    /// <summary>The service asked to slow down. One that does so is up, though in trouble.</summary>
    /// <param name="now">Timestamp.</param>
    /// <param name="isNew">False for an answer to a request that was on its way when the window began to pause: many answers of one moment are one request to slow down.</param>
    /// <returns>How often it has asked without a proper answer between.</returns>
    internal int Throttled(long now, bool isNew)
    {
        BeginTrouble(now);
        Close();
        if (isNew)
            throttles++;
        return throttles;
    }

    /// <summary>The service did not answer.</summary>
    /// <param name="now">Timestamp.</param>
    /// <param name="wasProbe">The request was the probe.</param>
    /// <param name="detail">What came instead of an answer.</param>
    /// <param name="isWaitedFor">False when the run goes on without the service, however long it is away.</param>
    /// <returns>What to report when it was found down just now; otherwise null.</returns>
    internal ServiceDown? Failed(long now, bool wasProbe, string detail, bool isWaitedFor)
    {
        BeginTrouble(now);
        failuresInARow++;
        if (Breaks > 0 ? !wasProbe : failuresInARow < settings.BreakerFailures)
            return null;
        isProbing = false;
        TimeSpan wait = settings.Break(++Breaks);
        TimeSpan left = settings.MaxOutage - Away(now);
        // The last probe is made when the patience ends, not after it.
        if (isWaitedFor && left > TimeSpan.Zero && left < wait)
            wait = left;
        probeAt = now + (long)Math.Round(wait.TotalSeconds * settings.Time.TimestampFrequency);
        return Down = new ServiceDown(service, isWaitedFor, detail, wait, Away(now), settings.MaxOutage);
    }

    /// <summary>How long the service has been in trouble.</summary>
    internal TimeSpan Away(long now) => IsFailing ? settings.Time.GetElapsedTime(failingSince, now) : TimeSpan.Zero;

    /// <summary>The probe was broken off; another request takes its place.</summary>
    internal void Release() => isProbing = false;

    /// <summary>The next request may probe: the other service is back, and what kept both away may be over.</summary>
    internal void ProbeNow(long now) => probeAt = Math.Min(probeAt, now);

    // Never 0, which stands for "not in trouble".
    private void BeginTrouble(long now)
    {
        if (!IsFailing)
            Volatile.Write(ref failingSince, Math.Max(1, now));
    }

    private void Close()
    {
        isProbing = false;
        failuresInARow = Breaks = 0;
        Down = null;
    }
}
