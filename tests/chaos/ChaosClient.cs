using System.Net;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Chaos;

/// <summary>A run of a C# program: registrar and journal. Waits are short, since the sandbox is near.</summary>
internal static class ChaosClient
{
    private const int Width = 48;

    private static readonly ResilienceSettings Resilience = new()
    {
        AttemptTimeout = TimeSpan.FromSeconds(1.5),
        BaseDelay = TimeSpan.FromMilliseconds(10),
        MaxDelay = TimeSpan.FromMilliseconds(120),
        MaxRetryAfter = TimeSpan.FromMilliseconds(30),
        MaxOutage = TimeSpan.FromMinutes(5),
        Resends = 6,
    };

    // Where calls are counted: on a busy machine a near sandbox takes longer than the usual limit too, and what is looked up then costs calls.
    private static readonly ResilienceSettings Patient = new() { AttemptTimeout = TimeSpan.FromMinutes(2) };

    internal static Tally Register(SandboxAddress sandbox, string? journalPath, IEnumerable<InvoiceDraft> drafts, Action<RegistrationOutcome>? each = null, bool isPatient = false)
    {
        ResilienceSettings resilience = isPatient ? Patient : Resilience;
        using var client = new OctaClient(new ClientSettings
        {
            BaseUri = sandbox.BaseUri,
            Credential = new NetworkCredential(sandbox.KeyId, sandbox.KeySecret),
            ConnectionLimit = Width,
        });
        using var run = new RunState(resilience);
        using RunJournal? journal = journalPath is null ? null : RunJournal.Open(journalPath, new JournalBinding(sandbox.BaseUri, OctaEnvironment.Test));
        var registrar = new Registrar(client, new RegistrationSettings { IsSandbox = true, Resilience = resilience, Journal = journal }, run);
        var tally = new Tally();
        foreach (RegistrationOutcome outcome in registrar.RegisterAllAsync(drafts.Select(CheckedDraft.WithoutRules), Width).ToBlockingEnumerable())
        {
            tally.Add(outcome);
            each?.Invoke(outcome);
        }
        tally.Stopped = run.Stopped;
        return tally;
    }
}
