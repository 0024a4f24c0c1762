using System.Diagnostics;
using System.Globalization;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Bench.Rules;

/// <summary>All rules of the module, arithmetic included, beside ajv with NIC's schema alone: one document, one core, already parsed.</summary>
internal sealed class RulesBench(int rounds)
{
    private const int SecondsOfRound = 2;

    private static readonly string Oracle = Path.Combine(Clone.Root, "tests", "oracle");

    internal void Run()
    {
        string? node = Child.Find("node");
        bool hasAjv = node is not null && Directory.Exists(Path.Combine(Oracle, "node_modules", "ajv"));
        if (!hasAjv)
            Console.WriteLine("ajv is left out: it needs Node.js and `npm ci` in tests/oracle.");
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            ours.Add(double.Parse(Child.Run(Child.Self, "rules-child"), CultureInfo.InvariantCulture));
            if (hasAjv)
                theirs.Add(double.Parse(
                    Child.Run(node!, Path.Combine(Clone.Root, "tests", "bench", "Rules", "ajv.js"), Oracle, Path.Combine(Clone.Root, "examples", "specification-sample.json"), "2"),
                    CultureInfo.InvariantCulture));
        }
        Console.WriteLine("Rules, on the specification's sample (every field filled in)");
        var table = new Table("", "microseconds/document", "documents/s");
        table.Add("all rules with arithmetic", Table.Number(Median.Of(ours), "0.00"), Table.Number(1e6 / Median.Of(ours)));
        if (hasAjv)
            table.Add("ajv, NIC's schema alone", Table.Number(Median.Of(theirs), "0.00"), Table.Number(1e6 / Median.Of(theirs)));
        table.Print();
        if (hasAjv)
            Console.WriteLine("ajv to the rules: " + Table.Number(Median.Of(ours.Select((time, round) => theirs[round] / time)), "0.00") + "\n");
    }

    /// <summary>Prints microseconds a document.</summary>
    internal static void RunChild()
    {
        OctaInvoice invoice = InvoiceJson.Read(SampleDocument.Json(), new IssueList());
        var settings = new RuleSettings { Environment = OctaEnvironment.Test, Today = invoice.DocumentDate!.Value };
        Time(invoice, settings);
        Thread.Sleep(1000);
        Time(invoice, settings);
        Console.WriteLine(Time(invoice, settings).ToString("0.0000", CultureInfo.InvariantCulture));
    }

    private static double Time(OctaInvoice invoice, RuleSettings settings)
    {
        int count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < SecondsOfRound)
        {
            for (int i = 0; i < 1000; i++)
                InvoiceRules.Check(invoice, settings, new IssueList());
            count += 1000;
        }
        return watch.Elapsed.TotalMicroseconds / count;
    }
}
