using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;

namespace OctaEInvoice.Tests.Chaos;

/// <summary>The short form of ./build.ps1 Chaos.</summary>
public sealed class ChaosTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("octa-chaos-").FullName;

    private string Journal => Path.Combine(folder, "run.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_thousand_documents_under_faults_of_all_kinds_end_registered_exactly_once_and_journalled_as_they_are()
    {
        const int Count = 1000;
        var faults = new SeededFaults(new FaultSettings { Rate = 0.3, Seed = 20, MaxDelay = TimeSpan.FromMilliseconds(100), RequestsBetweenOutages = 1500, OutageRequests = 12 });
        using SandboxServer server = Start(faults);
        IEnumerable<InvoiceDraft> Batch() => Enumerable.Range(1, Count).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number("C", index)));

        Tally first = ChaosClient.Register(Address(server), Journal, Batch());
        Tally last = first;
        for (int run = 0; last.Registered < Count && run < 5; run++)
            last = ChaosClient.Register(Address(server), Journal, Batch());

        Assert.Empty(first.Oddities);
        Assert.Equal(Count, server.Documents.Count);
        Dictionary<string, string> state = server.Documents.ToDictionary(document => document.Key.Number, document => document.Irn);
        Assert.Equal(state, JournalReader.Latest(Journal).ToDictionary(entry => entry.DocumentNumber!, entry => entry.Irn!));
        Assert.All(first.Irns, told => Assert.Equal(state[told.Key], told.Value));
        Assert.All(faults.Counts, kind => Assert.True(kind.Value > 0, $"{kind.Key} never came"));
    }

    [Fact]
    public void Finished_documents_come_back_from_the_journal_without_a_call()
    {
        using SandboxServer server = Start();
        ChaosClient.Register(Address(server), Journal, [ChaosDocuments.Draft("A1"), ChaosDocuments.Draft("A2")]);
        long calls = Calls(server);
        Tally again = ChaosClient.Register(Address(server), Journal, [ChaosDocuments.Draft("A1"), ChaosDocuments.Draft("a2")]);
        Assert.Equal(2, again[DocumentOutcome.Registered]);
        Assert.Equal(calls, Calls(server));
    }

    [Fact]
    public void A_changed_document_is_a_conflict_where_the_old_one_is_registered_and_is_sent_where_it_was_rejected()
    {
        using SandboxServer server = Start();
        var outcomes = new List<RegistrationOutcome>();
        void Register(string number, int? pin = null) => ChaosClient.Register(
            Address(server),
            Journal,
            [ChaosDocuments.Draft(number, document => document["BuyerDtls"]!["Loc"] = pin is null ? "Bengaluru" : "X")],
            outcomes.Add);
        Register("A1");
        Register("A1", pin: 1);
        Register("A2", pin: 1);
        Register("A2", pin: 1);
        Register("A2");
        Assert.Equal(
            [null, FailureClass.OctaConflict, FailureClass.OctaRejected, FailureClass.OctaRejected, null],
            outcomes.Select(outcome => outcome.Failure));
        Assert.Equal(2, server.Documents.Count);
    }

    [Fact]
    public void Two_documents_of_one_key_in_one_run_are_registered_once()
    {
        using SandboxServer server = Start();
        Tally tally = ChaosClient.Register(Address(server), Journal, Enumerable.Range(0, 30).Select(_ => ChaosDocuments.Draft("SAME")));
        Assert.Equal(30, tally.Registered);
        Assert.Single(server.Documents);
    }

    private static SandboxServer Start(SeededFaults? faults = null) => SandboxServer.Start(new SandboxOptions { Faults = faults });

    private static SandboxAddress Address(SandboxServer server) => new(server.BaseUri, server.KeyId, server.KeySecret);

    private static long Calls(SandboxServer server) => server.Requests.Values.Sum();
}
