using OctaEInvoice.Chaos;

// chaos [--documents 10000] [--rate 0.3] [--seeds 3] [--kills 30] [--only batch|client|sandbox|journals|changed]
if (args is ["sandbox", .. string[] hostArguments])
    return SandboxHost.Run(new Arguments(hostArguments));
if (args is ["client", .. string[] clientArguments])
    return ClientHost.Run(new Arguments(clientArguments));

var arguments = new Arguments(args);
string only = arguments.Text("only", "");
string folder = Directory.CreateTempSubdirectory("octa-chaos-").FullName;
var report = new Report();
try
{
    var scenarios = new Scenarios(folder, arguments.Number("documents", 10000), arguments.Number("kills", 30), arguments.Share("rate", 0.3), report);
    Report.Begin();
    if (only is "" or "batch")
        for (int seed = 1; seed <= arguments.Number("seeds", 3); seed++)
            scenarios.Batch(seed);
    if (only is "" or "client")
        scenarios.KilledClient(11);
    if (only is "" or "sandbox")
        scenarios.KilledSandbox(12);
    if (only is "" or "journals")
    {
        scenarios.OneJournal();
        scenarios.TwoJournals(13);
    }
    if (only is "" or "changed")
        scenarios.ChangedDocuments();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
return report.HasFailed ? 1 : 0;
