// The main job through the Engine, without PowerShell: a CSV file becomes registered invoices in a sandbox.
using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using OctaEInvoice;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox;

string file = args.Length > 0 ? args[0] : Path.Combine(FindExamples(), "invoices.csv");
string folder = Directory.CreateTempSubdirectory("octa-quickstart-").FullName;

using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
using var client = new OctaClient(new ClientSettings { BaseUri = sandbox.BaseUri, Credential = new(sandbox.KeyId, sandbox.KeySecret) });

List<RegistrationOutcome> outcomes = await RegisterAsync(client, Read(file));
foreach (RegistrationOutcome outcome in outcomes)
{
    Print(outcome);
    Save(outcome.Result, folder);
}

int registered = outcomes.Count(outcome => outcome.IsRegistered);
Console.WriteLine();
Console.WriteLine($"{registered} of {outcomes.Count} documents registered in the sandbox; QR codes, PDFs and signed invoices are in {folder}");
return registered == outcomes.Count ? 0 : 1;

static IEnumerable<InvoiceDraft> Read(string file)
{
    // The examples' dates are counted from today (D-3), which is for a sandbox: documents of your own need no clock here.
    var intake = new InvoiceIntake(exampleClock: TimeProvider.System);
    using var parser = new TextFieldParser(file) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
    string[] columns = parser.ReadFields() ?? [];
    while (parser.ReadFields() is string[] cells)
        intake.AddRow(columns, [.. cells]);
    return intake.Complete();
}

static async Task<List<RegistrationOutcome>> RegisterAsync(OctaClient client, IEnumerable<InvoiceDraft> drafts)
{
    var settings = new RegistrationSettings { Images = new ImageRequest { QrCodeFormat = "PNG", Pdf = true }, IsSandbox = true };
    using var run = new RunState(settings.Resilience);
    var registrar = new Registrar(client, settings, run);
    DraftChecker checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false);
    var outcomes = new List<RegistrationOutcome>();
    // A draft with errors is not sent; its outcome says what is wrong with it.
    await foreach (RegistrationOutcome outcome in registrar.RegisterAllAsync(drafts, checker, width: 8))
        outcomes.Add(outcome);
    return outcomes;
}

static void Print(RegistrationOutcome outcome)
{
    IrnResult result = outcome.Result;
    Console.WriteLine(string.Format(
        CultureInfo.InvariantCulture,
        "{0,-10} {1,-3} {2,-16} {3} {4,-15} {5,14:0.00} {6,-12} {7}",
        result.Outcome,
        result.DocumentType,
        result.DocumentNumber,
        result.DocumentDate,
        result.BuyerGstin,
        result.InvoiceTotal,
        result.EwbNumber,
        result.Irn ?? result.ErrorMessage));
}

static void Save(IrnResult result, string folder)
{
    string name = $"{result.DocumentType}-{result.DocumentNumber?.Replace('/', '_')}";
    Write(Path.Combine(folder, name + ".png"), result.QrCodePng);
    Write(Path.Combine(folder, name + ".pdf"), result.InvoicePdf);
    Write(Path.Combine(folder, name + "-ewb.pdf"), result.EwbPdf);
    if (result.SignedInvoice is not null)
        File.WriteAllText(Path.Combine(folder, name + ".jwt"), result.SignedInvoice);
}

static void Write(string path, byte[]? content)
{
    if (content is not null)
        File.WriteAllBytes(path, content);
}

static string FindExamples()
{
    for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        if (Directory.Exists(Path.Combine(folder.FullName, "examples")))
            return Path.Combine(folder.FullName, "examples");
    throw new DirectoryNotFoundException("Run this from a clone: examples/invoices.csv was not found.");
}
