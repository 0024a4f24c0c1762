using System.Diagnostics;
using OctaEInvoice.Bench.Running;

namespace OctaEInvoice.Bench.Wire;

/// <summary>The measured process of the cases that need no PowerShell.</summary>
internal static class WireClient
{
    private const int WarmUpWidth = 32;
    private static readonly TimeSpan CompilerRest = TimeSpan.FromSeconds(1.5);

    /// <param name="wireCase">bare, engine or engine-journal.</param>
    /// <param name="baseUri">The server measured against.</param>
    /// <param name="warmUpUri">A server without delay.</param>
    /// <param name="warmUp">How many documents go there first.</param>
    /// <param name="width">Requests at once.</param>
    /// <param name="documents">How many documents are measured.</param>
    /// <param name="folder">For journals.</param>
    internal static Measured Run(string wireCase, Uri baseUri, Uri warmUpUri, int warmUp, int width, int documents, string folder)
    {
        byte[][] bodies = wireCase == "bare" ? BareLoop.Bodies(Math.Max(warmUp, documents)) : [];
        string? journal = wireCase == "engine-journal" ? Path.Combine(folder, Guid.NewGuid().ToString("N")) : null;
        Func<Uri, int, int, string?, int> run = wireCase == "bare"
            ? (uri, atOnce, count, _) => BareLoop.Run(uri, atOnce, bodies[..count])
            : (uri, atOnce, count, path) => EngineLoop.Run(uri, atOnce, count, path);
        run(warmUpUri, WarmUpWidth, warmUp, journal is null ? null : journal + ".warm");
        Thread.Sleep(CompilerRest);
        return Time(() => run(baseUri, width, documents, journal));
    }

    private static Measured Time(Func<int> run)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        int documents = run();
        return new Measured(documents, watch.Elapsed.TotalSeconds, AllocatedBytes: GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
