using System.Net;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Registration;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.Window;

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
        DraftChecking checking = DraftChecking.For(OctaEnvironment.Test, isStrict: false);
        using var window = new OrderedWindow<RegistrationOutcome>(width);
        int registered = 0;
        foreach (InvoiceDraft draft in InvoiceRows.Drafts(documents, isGrouped: true))
        {
            while (window.IsFull)
                registered += TakeOrWait(window);
            if (checking.Check(draft))
                window.Start(() => registrar.RegisterAsync(draft, CancellationToken.None));
        }
        while (window.Count > 0)
            registered += TakeOrWait(window);
        return registered;
    }

    private static int TakeOrWait(OrderedWindow<RegistrationOutcome> window)
    {
        if (window.TryTake(out RegistrationOutcome outcome))
            return outcome.IsRegistered ? 1 : 0;
        window.WaitForProgress(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        return 0;
    }
}
