using System.Net;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Registration;
using OctaEInvoice.Engine.Resilience;
using OctaEInvoice.Engine.Window;

namespace OctaEInvoice.Chaos;

/// <summary>A run as the cmdlet makes it: window, registrar, journal. Waits are short, since the sandbox is near.</summary>
internal static class Client
{
    private const int Width = 48;

    private static readonly ResilienceSettings Resilience = new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(10),
        MostDelay = TimeSpan.FromMilliseconds(120),
        MostRetryAfter = TimeSpan.FromMilliseconds(30),
        MostOutage = TimeSpan.FromMinutes(5),
        Resends = 6,
    };

    internal static Tally Register(SandboxAddress sandbox, string? journalPath, IEnumerable<InvoiceDraft> drafts, Action<RegistrationOutcome>? each = null)
    {
        using var client = new OctaClient(new ClientSettings
        {
            BaseUri = sandbox.BaseUri,
            Credential = new NetworkCredential(sandbox.KeyId, sandbox.KeySecret),
            ConnectionLimit = Width,
            Timeout = TimeSpan.FromSeconds(1.5),
        });
        using var run = new RunState(Resilience);
        using RunJournal? journal = journalPath is null ? null : RunJournal.Open(journalPath, new JournalBinding(sandbox.BaseUri, OctaEnvironment.Test));
        var registrar = new Registrar(client, new RegistrationSettings { IsSandbox = true, Resilience = Resilience, Journal = journal }, run);
        using var window = new OrderedWindow<RegistrationOutcome>(Width);
        var tally = new Tally();
        foreach (InvoiceDraft draft in drafts)
        {
            while (window.IsFull)
                TakeOrWait(window, tally, each);
            window.Start(() => registrar.RegisterAsync(draft, CancellationToken.None));
        }
        while (window.Count > 0)
            TakeOrWait(window, tally, each);
        tally.Stopped = run.Stopped;
        return tally;
    }

    private static void TakeOrWait(OrderedWindow<RegistrationOutcome> window, Tally tally, Action<RegistrationOutcome>? each)
    {
        if (!window.TryTake(out RegistrationOutcome outcome))
        {
            window.WaitForProgress(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            return;
        }
        tally.Add(outcome);
        each?.Invoke(outcome);
    }
}
