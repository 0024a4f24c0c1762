using System.Text.Json.Nodes;
using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.Operations;

/// <summary>Runs that are broken off at an awkward moment, and what the next one makes of their journal.</summary>
public sealed class JournalledRunTests : IDisposable
{
    private static readonly ResilienceSettings Short = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };

    private readonly string folder = Directory.CreateTempSubdirectory("octa-runs-").FullName;
    private readonly SandboxServer sandbox = SandboxServer.Start();

    private string Journal => Path.Combine(folder, "run.jsonl");

    // The address is the sandbox's, whoever answers: a journal belongs to one.
    private JournalBinding Binding => new(sandbox.BaseUri, OctaEnvironment.Test);

    public void Dispose()
    {
        sandbox.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Ctrl_C_during_the_look_up_leaves_the_document_in_doubt_and_the_next_run_finds_it()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new ScriptedServer((_, request) =>
        {
            if (request.Method == "POST")
                return HttpResponse.FromText(504, "gateway timeout");
            cancellation.Cancel();
            return HttpResponse.FromText(200, "") with { Delivery = HttpDelivery.Never };
        });
        Assert.Equal(DocumentOutcome.InDoubt, (await RunAsync(server.Client, [Draft("A1")], cancellation.Token)).Single().Outcome);
        Assert.Equal(DocumentOutcome.InDoubt, Assert.Single(JournalReader.Latest(Journal)).Outcome);

        // What the lost answer would have said.
        await RegisterWithoutJournalAsync("A1");
        Assert.Equal(DocumentOutcome.Recovered, (await RunInSandboxAsync(Draft("A1"))).Single().Outcome);
        Assert.Equal(1, sandbox.Requests["generateirn"]);
    }

    [Fact]
    public async Task The_journal_says_that_a_document_is_of_the_sandbox()
    {
        Assert.True((await RunInSandboxAsync(Draft("A1"))).Single().Result.Sandbox);
        Assert.True(Assert.Single(JournalReader.Latest(Journal)).Sandbox);
        Assert.True((await RunInSandboxAsync(Draft("A1"))).Single().Result.Sandbox);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_torn_line_in_the_middle_loses_no_document_and_doubles_none(bool tearsOutcome)
    {
        await RunInSandboxAsync(Draft("A1"), Draft("A2"), Draft("A3"));
        string[] lines = File.ReadAllLines(Journal);
        int torn = Array.FindIndex(lines, line => line.Contains("\"A2\"", StringComparison.Ordinal) && line.Contains("\"Sending\"", StringComparison.Ordinal) != tearsOutcome);
        lines[torn] = lines[torn][..40] + "\0\0\0";
        // With its first line the second document is gone altogether.
        if (!tearsOutcome)
            lines = [.. lines.Where((line, index) => index == torn || !line.Contains("\"A2\"", StringComparison.Ordinal))];
        File.WriteAllLines(Journal, lines);
        RegistrationOutcome[] outcomes = await RunInSandboxAsync(Draft("A1"), Draft("A2"), Draft("A3"));
        Assert.Equal([DocumentOutcome.Registered, DocumentOutcome.Recovered, DocumentOutcome.Registered], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(3, sandbox.Documents.Count);
        Assert.Equal(sandbox.Documents.Select(document => document.Irn), outcomes.Select(outcome => outcome.Result.Irn));
    }

    [Fact]
    public async Task A_clock_set_back_does_not_make_an_old_line_the_latest()
    {
        var clock = MovableClock.Start();
        await RunInSandboxAsync(clock, Draft("A1", document => document["BuyerDtls"]!["Loc"] = "X"));
        clock.Move(TimeSpan.FromDays(-400));
        await RunInSandboxAsync(clock, Draft("A1"));
        long calls = sandbox.Requests.Values.Sum();
        Assert.Equal(DocumentOutcome.Registered, (await RunInSandboxAsync(Draft("A1"))).Single().Outcome);
        Assert.Equal(calls, sandbox.Requests.Values.Sum());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_number_in_two_letter_cases_in_one_run_is_one_document(bool withJournal)
    {
        InvoiceDraft[] drafts = [Draft("inv/1"), Draft("INV/1")];
        RegistrationOutcome[] outcomes = withJournal ? await RunInSandboxAsync(drafts) : await RegisterWithoutJournalAsync("inv/1", "INV/1");
        Assert.Single(sandbox.Documents);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsRegistered, outcome.Message));
        Assert.Single(outcomes.Select(outcome => outcome.Result.Irn).Distinct());
    }

    [Fact]
    public async Task After_a_stop_the_journal_still_says_what_earlier_runs_did()
    {
        await RunInSandboxAsync(Draft("A1"));
        using (var hanging = new ScriptedServer((_, _) => HttpResponse.FromText(504, "gateway timeout")))
            await RunAsync(hanging.Client, [Draft("A2")], CancellationToken.None);
        using var refusing = new ScriptedServer((_, _) => ScriptedServer.Refusal("52"));
        RegistrationOutcome[] outcomes = await RunAsync(refusing.Client, [Draft("B1"), Draft("A1"), Draft("A2"), Draft("A3")], CancellationToken.None);
        Assert.Equal(
            [DocumentOutcome.Rejected, DocumentOutcome.Registered, DocumentOutcome.InDoubt, DocumentOutcome.Skipped],
            outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(1, refusing.Requests);
        Assert.Equal(sandbox.Documents.Single().Irn, outcomes[1].Result.Irn);
    }

    [Fact]
    public async Task A_journal_taken_to_another_machine_registers_nothing_twice()
    {
        await RunInSandboxAsync(Draft("A1"), Draft("A2"));
        string copy = Path.Combine(folder, "copy.jsonl");
        File.Copy(Journal, copy);
        await RunInSandboxAsync(Draft("A3"));
        using (RunJournal journal = RunJournal.Open(copy, Binding))
            Assert.Equal(
                [DocumentOutcome.Registered, DocumentOutcome.Registered, DocumentOutcome.Recovered],
                (await RunInSandboxAsync(journal, Draft("A1"), Draft("A2"), Draft("A3"))).Select(outcome => outcome.Outcome));
        Assert.Equal(3, sandbox.Documents.Count);
    }

    private static InvoiceDraft Draft(string number, Action<JsonNode>? change = null) => ChaosDocuments.Draft(number, document =>
    {
        ((JsonObject)document).Remove("EwbDtls");
        change?.Invoke(document);
    });

    private Task<RegistrationOutcome[]> RunInSandboxAsync(params InvoiceDraft[] drafts) => RunInSandboxAsync(TimeProvider.System, drafts);

    private async Task<RegistrationOutcome[]> RunInSandboxAsync(TimeProvider clock, params InvoiceDraft[] drafts)
    {
        using RunJournal journal = RunJournal.Open(Journal, Binding, clock);
        return await RunInSandboxAsync(journal, drafts);
    }

    private async Task<RegistrationOutcome[]> RunInSandboxAsync(RunJournal? journal, params InvoiceDraft[] drafts)
    {
        using OctaClient client = SandboxClient();
        return await RunAsync(client, journal, drafts, CancellationToken.None);
    }

    private Task<RegistrationOutcome[]> RegisterWithoutJournalAsync(params string[] numbers) => RunInSandboxAsync(journal: null, [.. numbers.Select(number => Draft(number))]);

    private OctaClient SandboxClient() => new(new ClientSettings
    {
        BaseUri = sandbox.BaseUri,
        Credential = new System.Net.NetworkCredential(sandbox.KeyId, sandbox.KeySecret),
        ConnectionLimit = 4,
    });

    private async Task<RegistrationOutcome[]> RunAsync(OctaClient client, InvoiceDraft[] drafts, CancellationToken cancellation)
    {
        using RunJournal journal = RunJournal.Open(Journal, Binding);
        return await RunAsync(client, journal, drafts, cancellation);
    }

    private static async Task<RegistrationOutcome[]> RunAsync(OctaClient client, RunJournal? journal, InvoiceDraft[] drafts, CancellationToken cancellation)
    {
        using var run = new RunState(Short);
        var registrar = new Registrar(client, new RegistrationSettings { Resilience = Short, Journal = journal, IsSandbox = true }, run);
        var outcomes = new List<RegistrationOutcome>();
        foreach (InvoiceDraft draft in drafts)
            outcomes.Add(await registrar.RegisterAsync(CheckedDraft.WithoutRules(draft), cancellation));
        return [.. outcomes];
    }
}
