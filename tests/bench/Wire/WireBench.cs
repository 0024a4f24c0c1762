using System.Globalization;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Bench.Server;
using OctaEInvoice.Shell;

namespace OctaEInvoice.Bench.Wire;

/// <summary>
/// Documents a second through the module, through the Engine alone, through what a script without the module does, and through bare
/// HttpClient, in turn and several times, against one server. Each measured run is a process of its own that has warmed up.
/// </summary>
internal sealed class WireBench(int rounds, string folder)
{
    private const string Bare = "bare";

    // The compiler's tiers take ten thousand documents and more to settle, and a shorter run would measure the compiler. What a script
    // does by itself is compiled after a few hundred.
    private const int WarmUp = 20_000;
    private const int SlowWarmUp = 300;

    // In the order of the table; those with a script run in PowerShell.
    private static readonly WireCase[] Cases =
    [
        new(Bare, "(d) bare HttpClient, ready bytes", null),
        new("engine", "(b) Engine alone", null),
        new("engine-journal", "(b) Engine alone, with journal", null),
        new("New-OctaIrn", "(a) Import-Csv, New-OctaIrn", "New-OctaIrn"),
        new("Grouped", "(a) with -Grouped", "Grouped"),
        new("Journal", "(a) with -JournalPath", "Journal"),
        new("One", "(c) ForEach-Object { Invoke-RestMethod }", "One"),
        new("Parallel", "(c) ForEach-Object -Parallel { Invoke-RestMethod }", "Parallel"),
    ];

    private readonly PowerShellEngine shell = PowerShellEngine.Find();

    /// <param name="delays">Milliseconds that the server takes.</param>
    /// <param name="widths">Requests at once.</param>
    internal void Run(int[] delays, int[] widths)
    {
        foreach (int delay in delays)
            foreach (int width in widths)
                Compare(delay, width);
    }

    private void Compare(int delay, int width)
    {
        using var server = new ServerProcess(delay);
        using var warmUp = new ServerProcess(0);
        WireCase[] cases = [.. Cases.Where(one => one.Script != (width == 1 ? "Parallel" : "One"))];
        var measured = cases.ToDictionary(one => one.Name, _ => new List<Measured>());
        for (int round = 0; round < rounds; round++)
            foreach (WireCase one in cases)
                measured[one.Name].Add(Measure(one, server, warmUp, IsSlow(one.Script) ? SlowWarmUp : WarmUp, width, Documents(one, delay, width)));
        Print(delay, width, cases, measured);
    }

    // As many as take some seconds; the slow ones get fewer, since what counts is the rate.
    private static int Documents(WireCase one, int delay, int width)
    {
        if (delay > 0)
            return IsSlow(one.Script) ? 20 * Math.Min(width, 20) : width * 60;
        return IsSlow(one.Script) ? 500 : width == 1 ? 5000 : 25_000;
    }

    private Measured Measure(WireCase one, ServerProcess server, ServerProcess warmUp, int first, int width, int documents)
    {
        long before = server.Documents;
        Measured measured = one.Script is null ? RunSelf(one, server, warmUp, first, width, documents) : RunShell(one.Script, server, warmUp, first, width, documents);
        // Each document registered by one call: nothing was retried, nothing left out.
        if (measured.Documents != documents || server.Documents - before != documents)
            throw new InvalidOperationException($"{one.Title}: {measured.Documents} of {documents} documents were registered by {server.Documents - before} calls.");
        return measured;
    }

    private Measured RunSelf(WireCase one, ServerProcess server, ServerProcess warmUp, int first, int width, int documents) =>
        Measured.Read(Child.Run(Child.Self, "client", one.Name, server.BaseUri.AbsoluteUri, warmUp.BaseUri.AbsoluteUri, Text(first), Text(width), Text(documents), folder));

    private Measured RunShell(string script, ServerProcess server, ServerProcess warmUp, int first, int width, int documents) =>
        ShellClient.Run(shell, script, server.BaseUri, width, Csv(documents), folder, "-WarmUpUri", warmUp.BaseUri.AbsoluteUri, "-WarmUpPath", Csv(first));

    private static bool IsSlow(string? script) => script is "One" or "Parallel";

    private string Csv(int documents)
    {
        string path = Path.Combine(folder, $"{documents}.csv");
        if (!File.Exists(path))
            InvoiceRows.WriteCsv(path, documents);
        return path;
    }

    private static void Print(int delay, int width, WireCase[] cases, Dictionary<string, List<Measured>> measured)
    {
        Console.WriteLine($"The server takes {delay} ms, {width} {(width == 1 ? "request" : "requests")} at once");
        var table = new Table("", "documents/s", "of (d)", "KB allocated/document");
        foreach (WireCase one in cases)
        {
            List<Measured> runs = measured[one.Name];
            double share = Median.Of(runs.Select((run, round) => run.PerSecond / measured[Bare][round].PerSecond));
            table.Add(one.Title, Table.Number(Median.Of(runs.Select(run => run.PerSecond))), Table.Number(share, "0.00"), Table.Number(Median.Of(runs.Select(run => run.AllocatedBytes / 1024.0 / run.Documents)), "0.0"));
        }
        table.Print();
        if (!measured.TryGetValue("New-OctaIrn", out List<Measured>? module))
            return;
        if (measured.TryGetValue("Parallel", out List<Measured>? parallel))
            Ratio("New-OctaIrn to (c)", module, parallel);
        Ratio("New-OctaIrn with journal to without", measured["Journal"], module);
        Console.WriteLine();
    }

    private static void Ratio(string what, List<Measured> ours, List<Measured> theirs) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what}: {Median.Of(ours.Select((run, round) => run.PerSecond / theirs[round].PerSecond)):0.00}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record WireCase(string Name, string Title, string? Script);
}
