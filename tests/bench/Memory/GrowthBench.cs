using System.Diagnostics;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Bench.Memory;

/// <summary>One document of more and more lines, from its rows to its bytes: time and bytes a line.</summary>
internal static class GrowthBench
{
    private const int Lines = 60_000;

    internal static void Run()
    {
        var table = new Table("One document, rows to bytes with all rules", "microseconds/line", "bytes allocated/line");
        Measure(10);
        Measure(1000);
        foreach (int lines in new[] { 10, 50, 200, 1000 })
        {
            (double time, double bytes) = Measure(lines);
            table.Add(Table.Number(lines) + " lines", Table.Number(time, "0.00"), Table.Number(bytes));
        }
        table.Print();
    }

    private static (double Microseconds, double Bytes) Measure(int lines)
    {
        DraftChecker checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (int document = 0; document < Lines / lines; document++)
        {
            InvoiceDraft draft = InvoiceRows.Drafts(1, isGrouped: true, lines).Single();
            checker.Check(draft);
        }
        return (watch.Elapsed.TotalMicroseconds / Lines, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Lines);
    }
}
