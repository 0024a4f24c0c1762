using System.Net;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Bench.Wire;

/// <summary>Rows to registered documents by the Engine alone, in the way of the cmdlet but without PowerShell.</summary>
internal static class EngineLoop
{
    internal static int Run(Uri baseUri, int width, int documents, string? journalPath)
    {
        using var client = new OctaClient(new ClientSettings { BaseUri = baseUri, Credential = new NetworkCredential("bench", "bench"), ConnectionLimit = width });
        using RunJournal? journal = journalPath is null ? null : RunJournal.Open(journalPath, new JournalBinding(baseUri, OctaEnvironment.Test));
        var settings = new RegistrationSettings { Journal = journal };
        using var run = new RunState(settings.Resilience);
        var registrar = new Registrar(client, settings, run);
        DraftChecker checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false);
        int registered = 0;
        foreach (RegistrationOutcome outcome in registrar.RegisterAllAsync(InvoiceRows.Drafts(documents, isGrouped: true), checker, width).ToBlockingEnumerable())
            if (outcome.IsRegistered)
                registered++;
        return registered;
    }
}
