using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox;

namespace OctaEInvoice.Tests.Journal;

/// <summary>What can't be remembered is not sent: folders that take no file, disks that get full, files that can't be read any more.</summary>
public sealed class JournalDiskTests : IDisposable
{
    private const int Documents = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("octa-disk-").FullName;
    private readonly SandboxServer sandbox = SandboxServer.Start();

    public static TheoryData<int> Rooms => [.. Enumerable.Range(0, 44).Select(step => step * 97)];

    private string File => Path.Combine(folder, "run.jsonl");

    public void Dispose()
    {
        sandbox.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [SkippableTheory]
    [InlineData("folder", "it is a folder")]
    [InlineData("file/run.jsonl", "Not a directory|not find")]
    [InlineData("none/run.jsonl", "not find")]
    [InlineData("loop", "symbolic link|loop|Too many")]
    public void A_place_that_takes_no_journal_is_refused_in_words(string place, string words)
    {
        Skip.If(place == "loop" && OperatingSystem.IsWindows(), "Links need a right there.");
        Directory.CreateDirectory(Path.Combine(folder, "folder"));
        System.IO.File.WriteAllText(Path.Combine(folder, "file"), "");
        if (place == "loop")
            System.IO.File.CreateSymbolicLink(Path.Combine(folder, "loop"), Path.Combine(folder, "loop"));
        JournalException fault = Assert.Throws<JournalException>(() => RunJournal.Open(Path.Combine(folder, place), Binding));
        Assert.Contains("can't be used", fault.Message, StringComparison.Ordinal);
        Assert.Matches(words, fault.Message);
    }

    [SkippableTheory]
    [InlineData("/proc/octa.jsonl")]
    [InlineData("/sys/octa.jsonl")]
    [InlineData("/dev/null")]
    public void A_file_system_that_takes_no_files_is_refused_even_for_root(string path)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "No such file systems here.");
        JournalException fault = Assert.Throws<JournalException>(() => RunJournal.Open(path, Binding));
        Assert.Contains("can't be used", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task A_disk_that_gets_full_in_the_middle_stops_the_run_before_the_next_send_and_the_next_run_goes_on(int room)
    {
        RegistrationOutcome[] outcomes = [];
        RunStop? stopped = RunStop.Journal;
        if (TryOpen(room, out RunJournal? journal))
        {
            using (journal)
                (outcomes, stopped) = await RegisterAsync(journal!, 1);
        }
        string[] lines = System.IO.File.ReadAllText(File).Split('\n')[..^1];
        Assert.Equal(lines.Count(line => line.Contains("\"Sending\"", StringComparison.Ordinal)), Sends);
        Assert.All(outcomes, outcome => Assert.Equal(
            sandbox.Documents.Any(document => document.Key.Number == outcome.Result.DocumentNumber) ? DocumentOutcome.Registered : DocumentOutcome.Skipped,
            outcome.Outcome));
        Assert.Equal(lines.Length < 1 + (2 * Documents) ? RunStop.Journal : null, stopped);
        Assert.All(outcomes.Where(outcome => !outcome.IsRegistered), outcome => Assert.Contains("No space left on device", outcome.Message, StringComparison.Ordinal));

        using RunJournal mended = RunJournal.Open(File, Binding);
        (outcomes, stopped) = await RegisterAsync(mended, 1);
        Assert.Null(stopped);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsRegistered, outcome.Message));
        Assert.Equal(Documents, sandbox.Documents.Count);
        Assert.Equal(Documents, Sends);
    }

    [Theory]
    [InlineData(900)]
    [InlineData(2000)]
    [InlineData(6000)]
    public async Task A_disk_that_gets_full_under_many_documents_at_once_lets_none_out_that_it_does_not_remember(int room)
    {
        Assert.True(TryOpen(room, out RunJournal? journal));
        RunStop? stopped;
        using (journal)
            (_, stopped) = await RegisterAsync(journal!, Documents * 8);
        Assert.Equal(RunStop.Journal, stopped);
        string[] remembered = [.. JournalReader.All(File).Where(entry => entry.IsSending).Select(entry => entry.DocumentNumber!)];
        Assert.Subset(remembered.ToHashSet(), sandbox.Documents.Select(document => document.Key.Number).ToHashSet());
        Assert.InRange(Sends, 0, remembered.Length);
    }

    [Fact]
    public void Nothing_is_kept_in_a_buffer_where_a_full_disk_would_show_at_the_end_only()
    {
        using FileStream stream = JournalFiles.OpenForAppending(File);
        // Mono keeps up to eight bytes, however small a buffer is asked for; no line of a journal is that short.
        stream.Write([1, 2, 3, 4, 5, 6, 7, 8, 9], 0, 9);
        Assert.Equal(9, new FileInfo(File).Length);
    }

    [Fact]
    public async Task A_journal_that_can_no_longer_be_read_stops_the_run_and_holds_up_nobody()
    {
        await Settled();
        using RunJournal journal = RunJournal.Open(File, Binding, null, JournalFiles.OpenForAppending, path =>
        {
            FileStream closed = JournalFiles.OpenForReading(path);
            closed.Dispose();
            return closed;
        });
        int before = Sends;
        (RegistrationOutcome[] outcomes, RunStop? stopped) = await RegisterAsync(journal, 1, repeat: 2);
        Assert.Equal(RunStop.Journal, stopped);
        Assert.All(outcomes, outcome => Assert.Equal(DocumentOutcome.Skipped, outcome.Outcome));
        Assert.Contains("can't be read", outcomes[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, Sends);
    }

    [SkippableFact]
    public void Another_name_of_the_same_file_is_the_same_journal()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right there, and the file itself is locked.");
        string link = Path.Combine(folder, "link.jsonl");
        System.IO.File.CreateSymbolicLink(link, File);
        using RunJournal first = RunJournal.Open(File, Binding);
        Assert.Contains("in use by another run", Assert.Throws<JournalException>(() => RunJournal.Open(link, Binding)).Message, StringComparison.Ordinal);
        first.Dispose();
        using RunJournal second = RunJournal.Open(link, Binding);
        Assert.Throws<JournalException>(() => RunJournal.Open(File, Binding));
    }

    private JournalBinding Binding => new(sandbox.BaseUri, OctaEnvironment.Test);

    private int Sends => (int)sandbox.Requests["generateirn"];

    private bool TryOpen(int room, out RunJournal? journal)
    {
        journal = null;
        try
        {
            journal = RunJournal.Open(File, Binding, null, path => new FillingDisk(path, room), JournalFiles.OpenForReading);
            return true;
        }
        catch (JournalException fault)
        {
            Assert.Contains("No space left on device", fault.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private async Task Settled()
    {
        using RunJournal journal = RunJournal.Open(File, Binding);
        await RegisterAsync(journal, 1);
    }

    private async Task<(RegistrationOutcome[] Outcomes, RunStop? Stopped)> RegisterAsync(RunJournal journal, int width, int repeat = 1)
    {
        using var client = new OctaClient(new ClientSettings { BaseUri = sandbox.BaseUri, Credential = new System.Net.NetworkCredential(sandbox.KeyId, sandbox.KeySecret), ConnectionLimit = Math.Max(2, width) });
        using var run = new RunState(new ResilienceSettings());
        var registrar = new Registrar(client, new RegistrationSettings { Journal = journal, IsSandbox = true }, run);
        InvoiceDraft[] drafts = [.. Enumerable.Repeat(Enumerable.Range(1, Math.Max(Documents, width)), repeat).SelectMany(numbers => numbers).Select(index => OctaEInvoice.Chaos.ChaosDocuments.Draft("D" + index))];
        if (width > 1)
            return (await Task.WhenAll(drafts.Select(draft => registrar.RegisterAsync(CheckedDraft.WithoutRules(draft), CancellationToken.None))), run.Stopped);
        var outcomes = new List<RegistrationOutcome>();
        foreach (InvoiceDraft draft in drafts)
            outcomes.Add(await registrar.RegisterAsync(CheckedDraft.WithoutRules(draft), CancellationToken.None));
        return ([.. outcomes], run.Stopped);
    }
}
