using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Chaos;

/// <summary>The things that go wrong, one method each.</summary>
internal sealed class Scenarios(string folder, int documents, int kills, double rate, Report report)
{
    private const string Prefix = "C";

    /// <summary>A whole batch under faults; what stays in doubt is settled by running the same again.</summary>
    internal void Batch(int seed)
    {
        using var sandbox = new SandboxProcess(null, seed, rate);
        string journal = Path.Combine(folder, $"seed-{seed}.jsonl");
        Tally first = ChaosClient.Register(sandbox.Address, journal, Batch(Prefix));
        int runs = 1;
        Tally last = first;
        for (; last.Registered < documents && runs < 10; runs++)
            last = ChaosClient.Register(sandbox.Address, journal, Batch(Prefix));
        List<string> differences = Proof.Differences(sandbox, journal, Prefix, documents);
        differences.AddRange(first.Oddities);
        differences.AddRange(Lies(sandbox, first));
        long[] faults = sandbox.Faults();
        report.Row(
            Text($"{documents:N0} documents, {rate:P0} faults, seed {seed}"),
            Text($"{faults[0]:N0} requests, {faults[1]:N0} faults of {faults[3]} kinds, {faults[2]} outages; {first}; {runs} run(s) until all were registered"),
            differences);
    }

    /// <summary>The client is killed again and again, and started again with the same journal.</summary>
    internal void KilledClient(int seed)
    {
        using var sandbox = new SandboxProcess(null, seed, rate);
        string journal = Path.Combine(folder, "killed.jsonl");
        var random = new Random(seed);
        int killed = 0;
        int starts = 0;
        string said = "";
        for (bool isDone = false; !isDone && starts < kills + 20; starts++)
        {
            using Process client = StartClient(sandbox.Address, journal, Prefix, documents);
            if (killed < kills && !client.WaitForExit(random.Next(300, 2500)))
            {
                client.Kill();
                client.WaitForExit();
                killed++;
                continue;
            }
            said = client.StandardOutput.ReadToEnd().Trim();
            client.WaitForExit();
            isDone = said.StartsWith(documents.ToString(CultureInfo.InvariantCulture) + "\t", StringComparison.Ordinal);
        }
        List<string> differences = Proof.Differences(sandbox, journal, Prefix, documents);
        if (killed < kills)
            differences.Add(Text($"killed {killed} times of {kills}: the batch was through before"));
        report.Row(Text($"SIGKILL of the client, {documents:N0} documents, {rate:P0} faults"), Text($"{killed} kills, {starts} starts; last run: {said.Split('\t')[^1]}"), differences);
    }

    /// <summary>The sandbox is killed again and again, and started again on its state file.</summary>
    internal void KilledSandbox(int seed)
    {
        using var sandbox = new SandboxProcess(Path.Combine(folder, "state.json"), seed, rate);
        string journal = Path.Combine(folder, "killed-sandbox.jsonl");
        var random = new Random(seed);
        Tally? tally = null;
        var run = new Thread(() => tally = ChaosClient.Register(sandbox.Address, journal, Batch(Prefix)));
        run.Start();
        int killed = 0;
        while (killed < kills && !run.Join(random.Next(300, 2500)))
        {
            sandbox.KillAndRestart(TimeSpan.FromMilliseconds(random.Next(50, 1000)));
            killed++;
        }
        run.Join();
        int runs = 1;
        for (Tally last = tally!; last.Registered < documents && runs < 10; runs++)
            last = ChaosClient.Register(sandbox.Address, journal, Batch(Prefix));
        List<string> differences = Proof.Differences(sandbox, journal, Prefix, documents);
        differences.AddRange(tally!.Oddities);
        differences.AddRange(Lies(sandbox, tally));
        if (killed < kills)
            differences.Add(Text($"killed {killed} times of {kills}: the batch was through before"));
        report.Row(Text($"SIGKILL of the sandbox, restarted on its state file, {documents:N0} documents, {rate:P0} faults"), Text($"{killed} kills; {tally}; {runs} run(s)"), differences);
    }

    /// <summary>Two processes, one journal: the second is refused.</summary>
    internal void OneJournal()
    {
        using var sandbox = new SandboxProcess(null, 1, rate);
        string journal = Path.Combine(folder, "one.jsonl");
        using Process first = StartClient(sandbox.Address, journal, Prefix, documents);
        for (int i = 0; i < 200 && !File.Exists(journal); i++)
            Thread.Sleep(20);
        using Process second = StartClient(sandbox.Address, journal, Prefix, documents);
        string refusal = second.StandardOutput.ReadToEnd().Trim();
        second.WaitForExit();
        bool wasRunning = !first.HasExited;
        first.Kill();
        first.WaitForExit();
        string[] differences = second.ExitCode == ClientHost.Refused && wasRunning ? [] : [$"the second ended with {second.ExitCode}: {refusal}"];
        report.Row("two processes, one journal", "the second said: " + refusal.Replace(folder, "...", StringComparison.Ordinal), differences);
    }

    /// <summary>Two processes, two journals, the same documents: each is registered once, and both report it.</summary>
    internal void TwoJournals(int seed)
    {
        int count = Math.Max(1, documents / 5);
        using var sandbox = new SandboxProcess(null, seed, rate);
        string[] journals = [Path.Combine(folder, "two-a.jsonl"), Path.Combine(folder, "two-b.jsonl")];
        Process[] clients = [.. journals.Select(journal => StartClient(sandbox.Address, journal, Prefix, count))];
        string[] said = [.. clients.Select(client => client.StandardOutput.ReadToEnd().Trim())];
        foreach (Process client in clients)
        {
            client.WaitForExit();
            client.Dispose();
        }
        // What stayed in doubt is settled by the same command.
        foreach (string journal in journals)
            ChaosClient.Register(sandbox.Address, journal, Enumerable.Range(1, count).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number(Prefix, index))));
        List<string> differences = [.. journals.SelectMany(journal => Proof.Differences(sandbox, journal, Prefix, count))];
        report.Row(Text($"two processes, two journals, the same {count:N0} documents"), string.Join("; ", said.Select(line => line.Split('\t')[^1])), differences);
    }

    /// <summary>The same number with another buyer or total is a conflict; a rejected row that was corrected is registered.</summary>
    internal void ChangedDocuments()
    {
        using var sandbox = new SandboxProcess(null, 5, 0);
        string journal = Path.Combine(folder, "changed.jsonl");
        var differences = new List<string>();
        Expect(One(sandbox, journal, ChaosDocuments.Draft("X1")), null, differences);
        foreach (string? path in new[] { journal, null })
        {
            Expect(One(sandbox, path, ChaosDocuments.Draft("X1", AnotherBuyer)), FailureClass.OctaConflict, differences);
            Expect(One(sandbox, path, ChaosDocuments.Draft("X1", AnotherTotal)), FailureClass.OctaConflict, differences);
        }
        Expect(One(sandbox, journal, ChaosDocuments.Draft("X2", document => document["BuyerDtls"]!["Loc"] = "X")), FailureClass.OctaRejected, differences);
        Expect(One(sandbox, journal, ChaosDocuments.Draft("X2")), null, differences);
        if (sandbox.Documents().Count != 2)
            differences.Add($"the sandbox has {sandbox.Documents().Count} documents of 2");
        report.Row("a number with another buyer or total; a corrected row", "4 conflicts with and without a journal, none adopted; the corrected row registered by running again", differences);
    }

    private static RegistrationOutcome One(SandboxProcess sandbox, string? journal, InvoiceDraft draft)
    {
        RegistrationOutcome? one = null;
        ChaosClient.Register(sandbox.Address, journal, [draft], outcome => one = outcome);
        return one!;
    }

    private static void Expect(RegistrationOutcome outcome, FailureClass? failure, List<string> differences)
    {
        if (outcome.Failure != failure)
            differences.Add($"{outcome.Result.DocumentNumber}: {outcome.Failure} instead of {failure}: {outcome.Message}");
    }

    private static void AnotherBuyer(JsonNode document) => document["BuyerDtls"]!["Gstin"] = "29AAACT2727Q1ZW";

    // The rounding stays within the portal's tolerance.
    private static void AnotherTotal(JsonNode document) => document["ValDtls"]!["TotInvVal"] = document["ValDtls"]!["TotInvVal"]!.GetValue<decimal>() + 1;

    private static IEnumerable<string> Lies(SandboxProcess sandbox, Tally tally)
    {
        var state = sandbox.Documents().ToDictionary(document => document.Number, document => document.Irn);
        return tally.Irns.Where(told => !state.TryGetValue(told.Key, out string? irn) || irn != told.Value).Select(told => $"{told.Key} was reported as {told.Value}");
    }

    private IEnumerable<InvoiceDraft> Batch(string prefix) => Enumerable.Range(1, documents).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number(prefix, index)));

    private static Process StartClient(SandboxAddress sandbox, string journal, string prefix, int documents) => Child.Start(
    [
        "client", "--base-uri", sandbox.BaseUri.ToString(), "--journal", journal, "--prefix", prefix, "--documents", documents.ToString(CultureInfo.InvariantCulture),
    ]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
