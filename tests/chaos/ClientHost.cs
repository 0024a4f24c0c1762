using OctaEInvoice.Engine.Journal;

namespace OctaEInvoice.Chaos;

/// <summary>A client in a process of its own, to be killed.</summary>
internal static class ClientHost
{
    internal const int Refused = 3;

    internal static int Run(Arguments arguments)
    {
        var sandbox = new SandboxAddress(new Uri(arguments.Text("base-uri")), SandboxHost.Key, SandboxHost.Key);
        string prefix = arguments.Text("prefix");
        try
        {
            Tally tally = ChaosClient.Register(
                sandbox,
                arguments.Text("journal"),
                Enumerable.Range(1, arguments.Number("documents", 1000)).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number(prefix, index))));
            Console.WriteLine($"{tally.Registered}\t{tally[DocumentOutcome.Recovered]}\t{tally[DocumentOutcome.InDoubt]}\t{tally.Oddities.Count}\t{tally}");
            foreach (string oddity in tally.Oddities.Take(5))
                Console.Error.WriteLine(oddity);
            return 0;
        }
        catch (JournalException fault)
        {
            Console.WriteLine(fault.Message);
            return Refused;
        }
    }
}
