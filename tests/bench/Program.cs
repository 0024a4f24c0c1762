using System.Globalization;
using OctaEInvoice.Bench.Micro;
using OctaEInvoice.Bench.Rules;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Bench.Server;
using OctaEInvoice.Bench.Wire;

string part = args.Length > 0 ? args[0] : "all";
switch (part)
{
    case "serve":
        await PacedServer.RunAsync(TimeSpan.FromMilliseconds(Number(args[1])));
        return 0;
    case "client":
        Console.WriteLine(WireClient.Run(args[1], new Uri(args[2]), new Uri(args[3]), Number(args[4]), Number(args[5]), args[6]).Write());
        return 0;
    case "rules-child":
        RulesBench.RunChild();
        return 0;
}
if (part == "micro")
{
    MicroBench.Run();
    return 0;
}
string folder = Directory.CreateTempSubdirectory("octa-bench-").FullName;
try
{
    Console.WriteLine(Machine.Description);
    Console.WriteLine();
    if (part is "all" or "wire")
        new WireBench(Rounds(), folder).Run();
    if (part is "all" or "rules")
        new RulesBench(Rounds()).Run();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
return 0;

int Rounds() => args.Length > 1 ? Number(args[1]) : 5;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
