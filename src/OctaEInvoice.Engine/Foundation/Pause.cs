namespace OctaEInvoice.Engine.Foundation;

/// <summary>A moment's wait for another process, which nothing announces the end of.</summary>
internal static class Pause
{
    /// <summary>Holds the thread.</summary>
    /// <param name="time">How long: a fraction of a second, for whoever calls gives its thread for it.</param>
#pragma warning disable RS0030 // No clock helps here: a file that another process holds is free by real time alone, and the callers are synchronous.
    internal static void For(TimeSpan time) => Thread.Sleep(time);
#pragma warning restore RS0030
}
