using OctaEInvoice.Bench.Input;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Bench.Server;
using OctaEInvoice.Bench.Wire;
using OctaEInvoice.Shell;

namespace OctaEInvoice.Bench.Memory;

/// <summary>What New-OctaIrn takes in a PowerShell of its own: peak working set and allocated bytes from ten thousand to a million rows, and the first result.</summary>
internal sealed class MemoryBench(string folder)
{
    private const int Width = 32;

    internal void Run(int[] counts)
    {
        PowerShellEngine shell = PowerShellEngine.Find();
        using var server = new ServerProcess(0);
        Console.WriteLine("Import-Csv | New-OctaIrn in a fresh process, a row a document, the server without delay");
        var table = new Table("", "rows", "peak working set, MB", "bytes over the first/document", "KB allocated/document", "first result, ms", "documents/s");
        foreach ((string script, string title) in new[] { ("Grouped", "-Grouped"), ("GroupedJournal", "-Grouped -JournalPath"), ("New-OctaIrn", "gathered") })
            Measure(shell, server, script, title, counts, table);
        table.Print();
    }

    private void Measure(PowerShellEngine shell, ServerProcess server, string script, string title, int[] counts, Table table)
    {
        Measured? first = null;
        foreach (int count in counts)
        {
            string csv = Path.Combine(folder, $"memory-{count}.csv");
            if (!File.Exists(csv))
                InvoiceRows.WriteCsv(csv, count);
            Measured measured = ShellClient.Run(shell, script, server.BaseUri, Width, csv, folder);
            if (measured.Documents != count)
                throw new InvalidOperationException($"{title}: {measured.Documents} of {count} documents were registered.");
            string more = first is null ? "" : Table.Number((measured.PeakBytes - first.PeakBytes) / (double)(count - first.Documents));
            first ??= measured;
            table.Add(
                title,
                Table.Number(count),
                Table.Number(measured.PeakBytes / 1024.0 / 1024),
                more,
                Table.Number(measured.AllocatedBytes / 1024.0 / count, "0.0"),
                Table.Number(measured.FirstMilliseconds),
                Table.Number(measured.PerSecond));
        }
    }
}
