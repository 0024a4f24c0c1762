using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Chaos;

/// <summary>The sandbox in a process of its own: tells its address, then its documents as often as it is asked, until its input ends.</summary>
internal static class SandboxHost
{
    internal const string Key = "chaos";

    internal static int Run(Arguments arguments)
    {
        string state = arguments.Text("state", "");
        var faults = new SeededFaults(new FaultSettings
        {
            Rate = arguments.Share("rate", 0.3),
            Seed = arguments.Number("seed", 1),
            MaxDelay = TimeSpan.FromMilliseconds(150),
            RetryAfter = TimeSpan.FromSeconds(1),
            RequestsBetweenOutages = arguments.Number("outages", 4000),
            OutageRequests = 25,
        });
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Port = arguments.Number("port", 0),
            KeyId = Key,
            KeySecret = Key,
            StatePath = state.Length == 0 ? null : state,
            Faults = faults,
        });
        Console.WriteLine(server.BaseUri);
        while (Console.ReadLine() is string command)
        {
            if (command == "documents")
                foreach (SandboxDocument document in server.Documents)
                    Console.WriteLine($"{document.Key.Number}\t{document.Irn}\t{document.Status}");
            else if (command == "faults")
                Console.WriteLine($"{faults.Requests}\t{faults.Counts.Values.Sum()}\t{faults.Outages}\t{faults.Counts.Count(kind => kind.Value > 0)}");
            Console.WriteLine("end");
        }
        return 0;
    }
}
