// dotnet run -c Release --project tests/bench [-- part [rounds [delay [width]]]]
// Parts: all (the default), wire, rules, growth, memory, import; and micro, which all leaves out. Delay and width choose one of wire's tables.
using System.Globalization;
using OctaEInvoice.Bench.Memory;
using OctaEInvoice.Bench.Micro;
using OctaEInvoice.Bench.Rules;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Bench.Server;
using OctaEInvoice.Bench.Wire;
using OctaEInvoice.Shell;

string part = args.Length > 0 ? args[0] : "all";
switch (part)
{
    case "serve":
        await PacedServer.RunAsync(TimeSpan.FromMilliseconds(Number(args[1])));
        return 0;
    case "client":
        Console.WriteLine(WireClient.Run(args[1], new Uri(args[2]), new Uri(args[3]), Number(args[4]), Number(args[5]), Number(args[6]), args[7]).Write());
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
        new WireBench(Rounds(), folder).Run(Chosen(2, 50, 0), Chosen(3, 1, 8, 32));
    if (part is "all" or "rules")
        new RulesBench(Rounds()).Run();
    if (part is "all" or "growth")
        GrowthBench.Run();
    if (part is "all" or "memory")
        new MemoryBench(folder).Run([10_000, 100_000, 1_000_000]);
    if (part is "all" or "import")
        RunImport();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
return 0;

static void RunImport()
{
    PowerShellEngine shell = PowerShellEngine.Find();
    string script = Path.Combine(Clone.Root, "tests", "bench", "Import.ps1");
    Console.WriteLine("Milliseconds that an import adds to the start of PowerShell\n" + Child.RunAll(shell.FileName, [.. shell.LeadingArguments, "-NoProfile", "-NonInteractive", "-File", script, "-Module", Clone.Manifest]));
}

int Rounds() => args.Length > 1 ? Number(args[1]) : 5;

int[] Chosen(int index, params int[] usual) => args.Length > index ? [Number(args[index])] : usual;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
