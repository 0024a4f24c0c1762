using System.Text;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Journal;

public sealed class RunJournalTests : IDisposable
{
    private static readonly JournalBinding Binding = new(new Uri("https://bills.octagst.com/"), OctaEnvironment.Production);
    private static readonly byte[] Request = Encoding.UTF8.GetBytes("{}");

    private readonly string folder = Directory.CreateTempSubdirectory("octa-journal-").FullName;

    private string File => Path.Combine(folder, "run.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_settled_is_known_to_the_next_run()
    {
        await SettleAsync("A1", DocumentOutcome.Registered, "irn-1");
        using RunJournal journal = RunJournal.Open(File, Binding);
        using JournalSlot slot = await EnterAsync(journal, "a1");
        Assert.Equal(DocumentOutcome.Registered, slot.Before!.Outcome);
        Assert.Equal("irn-1", slot.Before.Irn);
        Assert.False(slot.IsChanged);
    }

    [Fact]
    public async Task What_was_sent_and_not_answered_is_in_doubt()
    {
        using (RunJournal journal = RunJournal.Open(File, Binding))
        using (JournalSlot slot = await EnterAsync(journal, "A1"))
        {
            await slot.SendingAsync();
            Assert.Contains("\"Sending\"", TextInUse().Split('\n')[1], StringComparison.Ordinal);
            journal.Dispose();
        }
        JournalEntry entry = Assert.Single(JournalReader.Latest(File));
        Assert.Equal(DocumentOutcome.InDoubt, entry.Outcome);
        Assert.False(entry.IsSending);
        Assert.Equal([true, false], JournalReader.All(File).Select(line => line.IsSending));
    }

    [Fact]
    public async Task A_kill_leaves_the_sending_line_which_means_in_doubt()
    {
        using (RunJournal journal = RunJournal.Open(File, Binding))
        {
            using JournalSlot slot = await EnterAsync(journal, "A1");
            await slot.SendingAsync();
            System.IO.File.Copy(File, File + ".killed");
        }
        using RunJournal resumed = RunJournal.Open(File + ".killed", Binding);
        using JournalSlot again = await EnterAsync(resumed, "A1");
        Assert.Equal(DocumentOutcome.InDoubt, again.Before!.Outcome);
        Assert.True(again.Before.IsSending);
    }

    [Theory]
    [InlineData("{\"time\":\"2026-05-04T10:00")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("{\"key\":{\"gstin\":\"x\"}}")]
    public async Task A_torn_last_line_is_left_behind_and_the_rest_holds(string torn)
    {
        await SettleAsync("A1", DocumentOutcome.Registered, "irn-1");
        System.IO.File.AppendAllText(File, torn);
        await SettleAsync("A2", DocumentOutcome.Registered, "irn-2");
        Assert.Equal(["A1", "A2"], JournalReader.Latest(File).Select(entry => entry.DocumentNumber));
        using RunJournal journal = RunJournal.Open(File, Binding);
        Assert.Equal(1, journal.DamagedLines);
        Assert.Equal(2, journal.Count);
    }

    [Fact]
    public async Task A_line_that_says_registered_and_has_no_IRN_counts_as_damaged()
    {
        await SettleAsync("A1", DocumentOutcome.Registered, "irn-1");
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("\"irn\":\"irn-1\"", "\"Irn2\":\"irn-1\"", StringComparison.Ordinal));
        using RunJournal journal = RunJournal.Open(File, Binding);
        using JournalSlot slot = await EnterAsync(journal, "A1");
        Assert.Equal((1, DocumentOutcome.InDoubt), (journal.DamagedLines, slot.Before!.Outcome));
    }

    [Fact]
    public void A_torn_first_line_is_begun_again()
    {
        RunJournal.Open(File, Binding).Dispose();
        byte[] whole = System.IO.File.ReadAllBytes(File);
        for (int length = 0; length < whole.Length; length += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            RunJournal.Open(File, Binding).Dispose();
            Assert.Equal(whole.Length, new FileInfo(File).Length);
        }
    }

    [Fact]
    public void A_journal_of_another_server_or_environment_is_refused()
    {
        RunJournal.Open(File, Binding).Dispose();
        Assert.Contains("bills.octagst.com", Refusal(new JournalBinding(new Uri("https://app.octagst.com/"), OctaEnvironment.Production)).Message, StringComparison.Ordinal);
        Assert.Contains("(Production)", Refusal(Binding with { Environment = OctaEnvironment.Test }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_journal_is_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, "No,Date\nA1,04/05/2026\n");
        Assert.Contains("no journal", Refusal(Binding).Message, StringComparison.Ordinal);
        Assert.Equal("No,Date\nA1,04/05/2026\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_second_run_is_refused_while_the_first_goes_on_and_readers_are_not()
    {
        using RunJournal first = RunJournal.Open(File, Binding);
        Assert.Contains("in use by another run", Refusal(Binding).Message, StringComparison.Ordinal);
        Assert.Empty(JournalReader.Latest(File));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Contains("can't be used", Assert.Throws<JournalException>(() => RunJournal.Open(Path.Combine(folder, "no", "run.jsonl"), Binding)).Message, StringComparison.Ordinal);

    [SkippableFact]
    public async Task A_full_disk_stops_the_next_send()
    {
        Skip.IfNot(System.IO.File.Exists("/dev/full"), "No /dev/full here.");
        Skip.If(Mono.IsHere, "Mono asks no device for its length.");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        var commit = new GroupCommit(full);
        await Assert.ThrowsAsync<JournalException>(() => commit.AppendAsync([1, 10], out _));
        await Assert.ThrowsAsync<JournalException>(() => commit.AppendAsync([2, 10], out _));
    }

    [SkippableFact]
    public void Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            throw new SkipException("Unix file modes.");
        RunJournal.Open(File, Binding).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File + ".lock"));
    }

    [Fact]
    public async Task Images_and_PDFs_are_not_kept()
    {
        await SettleAsync("A1", DocumentOutcome.Registered, "irn-1");
        string text = System.IO.File.ReadAllText(File);
        Assert.DoesNotContain(Convert.ToBase64String(new byte[300]), text, StringComparison.Ordinal);
        Assert.True(text.Length < 1200, text);
    }

    [Fact]
    public async Task Of_two_documents_with_one_key_the_second_waits_and_sees_the_first()
    {
        using RunJournal journal = RunJournal.Open(File, Binding);
        JournalSlot first = await EnterAsync(journal, "A1");
        Task<JournalSlot> second = EnterAsync(journal, "a1");
        await Task.Delay(50);
        Assert.False(second.IsCompleted);
        await first.SendingAsync();
        await first.SettledAsync(new IrnResult { Outcome = DocumentOutcome.Registered, Irn = "irn-1" });
        first.Dispose();
        using JournalSlot entered = await second;
        Assert.Equal("irn-1", entered.Before!.Irn);
    }

    [Fact]
    public async Task Many_lines_share_their_flushes_and_all_arrive()
    {
        using (RunJournal journal = RunJournal.Open(File, Binding))
            await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => SettleAsync(journal, "N" + i, DocumentOutcome.Registered, "irn-" + i)));
        Assert.Equal(2000, JournalReader.Latest(File).Count(entry => entry.Irn == "irn-" + entry.DocumentNumber![1..]));
    }

    // Windows lets nobody read a file in use who would not let it be written.
    private string TextInUse()
    {
        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private JournalException Refusal(JournalBinding binding) => Assert.Throws<JournalException>(() => RunJournal.Open(File, binding));

    private async Task SettleAsync(string number, DocumentOutcome outcome, string irn)
    {
        using RunJournal journal = RunJournal.Open(File, Binding);
        await SettleAsync(journal, number, outcome, irn);
    }

    private static async Task SettleAsync(RunJournal journal, string number, DocumentOutcome outcome, string irn)
    {
        using JournalSlot slot = await EnterAsync(journal, number);
        await slot.SendingAsync();
        await slot.SettledAsync(new IrnResult { Outcome = outcome, Irn = irn, QrCodePng = new byte[300], InvoicePdf = new byte[300] });
    }

    private static Task<JournalSlot> EnterAsync(RunJournal journal, string number)
    {
        var date = new IndiaDate(2026, 5, 4);
        return journal.EnterAsync(DocumentKey.Of("29AABCT1332L000", date, "INV", number), date, Request, CancellationToken.None);
    }
}
