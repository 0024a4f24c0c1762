using System.Diagnostics;
using System.Globalization;

namespace OctaEInvoice.Chaos;

/// <summary>Prints the log: a table row a scenario.</summary>
internal sealed class Report
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    internal bool HasFailed { get; private set; }

    internal static void Begin()
    {
        Console.WriteLine("| scenario | what happened | time | result |");
        Console.WriteLine("|---|---|---|---|");
    }

    internal void Row(string scenario, string what, IReadOnlyCollection<string> differences)
    {
        HasFailed |= differences.Count > 0;
        string result = differences.Count == 0 ? "as promised" : $"**{differences.Count} differences**: {string.Join("; ", differences.Take(3))}";
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "| {0} | {1} | {2:0} s | {3} |", scenario, what, clock.Elapsed.TotalSeconds, result));
        clock.Restart();
    }
}
