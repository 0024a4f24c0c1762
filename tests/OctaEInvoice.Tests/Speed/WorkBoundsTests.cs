using System.Text.Json;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Sandbox;

namespace OctaEInvoice.Tests.Speed;

/// <summary>
/// Guards of speed by counts, which no busy machine changes: bytes allocated a document, cells read a row, calls a document. The bounds
/// leave about half as much again as was measured (docs/performance.md).
/// </summary>
public sealed class WorkBoundsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("octa-bounds-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public void A_document_of_one_row_is_made_checked_and_written_within_ten_thousand_bytes()
    {
        RowsToBytes(100, isGrouped: true);
        Assert.InRange(Allocated(() => RowsToBytes(1000, isGrouped: true)) / 1000, 1000, 10_000);
        Assert.InRange(Allocated(() => RowsToBytes(1000, isGrouped: false)) / 1000, 1000, 10_000);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bytes_a_document_do_not_grow_with_the_number_of_documents(bool isGrouped)
    {
        RowsToBytes(1000, isGrouped);
        double few = Allocated(() => RowsToBytes(1000, isGrouped)) / 1000.0;
        double many = Allocated(() => RowsToBytes(10_000, isGrouped)) / 10_000.0;
        Assert.InRange(many / few, 0.8, 1.2);
    }

    [SkippableFact]
    public void Bytes_a_line_do_not_grow_with_the_number_of_lines()
    {
        RowsToBytes(1, isGrouped: true, 1000);
        double few = Allocated(() => RowsToBytes(1, isGrouped: true, 100)) / 100.0;
        double many = Allocated(() => RowsToBytes(1, isGrouped: true, 1000)) / 1000.0;
        Assert.InRange(many / few, 0.7, 1.2);
    }

    // Cells are asked for when a row is read, when its document is looked for and when the document is made.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cells_are_read_a_few_times_a_row_however_many_rows_there_are(bool isGrouped)
    {
        double few = CellReads(300, 1, isGrouped) / 300.0;
        double many = CellReads(3000, 1, isGrouped) / 3000.0;
        Assert.Equal(few, many, 0.1);
        Assert.InRange(many / InvoiceRows.Columns.Length, 1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cells_of_a_document_of_many_lines_are_read_as_often_as_those_of_few(bool isGrouped)
    {
        double few = CellReads(1, 100, isGrouped) / 100.0;
        double many = CellReads(1, 1000, isGrouped) / 1000.0;
        Assert.Equal(few, many, few * 0.05);
    }

    [SkippableFact]
    public void An_answer_is_read_within_three_times_its_own_length()
    {
        string signed = new('a', 3400);
        string code = new('b', 1100);
        byte[] answer = System.Text.Encoding.UTF8.GetBytes(
            $$"""{"Success":true,"Errors":[],"AckNo":"112026112200001","AckTime":"2026-11-22 10:00:00","Irn":"{{new string('c', 64)}}","IrnStatus":"ACT","SignedInvoice":"{{signed}}","SignedQRCode":"{{code}}"}""");
        for (int i = 0; i < 10; i++)
            Read(answer);
        // The signed texts become strings of two bytes a character.
        Assert.InRange(Allocated(() => Read(answer)), 2 * (signed.Length + code.Length), 3 * answer.Length);
    }

    [SkippableFact]
    public void Both_lines_of_the_journal_cost_little_more_than_their_length()
    {
        DocumentKey key = DocumentKey.Of("27AADCV4821M1Z0", new IndiaDate(2026, 11, 2), "INV", "B/1");
        var result = new IrnResult { Outcome = DocumentOutcome.Registered, Irn = new string('c', 64), SignedInvoice = new string('a', 3400), SignedQrCode = new string('b', 1100) };
        int Lines() => JournalLines.SendingLine(key, new IndiaDate(2026, 11, 2), "00", DateTimeOffset.UnixEpoch).Length
            + JournalLines.OutcomeLine(key, new IndiaDate(2026, 11, 2), "00", result, DateTimeOffset.UnixEpoch).Length;
        int length = Lines();
        Lines();
        Assert.InRange(Allocated(() => Lines()), length, length + 2500);
    }

    [Fact]
    public void A_document_costs_one_call_and_two_lines_of_the_journal_and_none_when_it_is_run_again()
    {
        const int count = 300;
        using SandboxServer sandbox = SandboxServer.Start();
        var address = new SandboxAddress(sandbox.BaseUri, sandbox.KeyId, sandbox.KeySecret);
        string journal = Path.Combine(folder, "run.jsonl");
        for (int run = 0; run < 2; run++)
        {
            Tally tally = ChaosClient.Register(address, journal, Enumerable.Range(0, count).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number("B/", index))));
            Assert.Equal(count, tally.Registered);
            Assert.Equal(count, sandbox.Requests.Values.Sum());
            // The header stands above them.
            Assert.Equal(1 + (2 * count), File.ReadLines(journal).Count());
        }
    }

    private static void RowsToBytes(int documents, bool isGrouped, int lines = 1)
    {
        DraftChecker checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false);
        foreach (InvoiceDraft draft in InvoiceRows.Drafts(documents, isGrouped, lines))
            Assert.NotNull(checker.Check(draft));
    }

    private static long CellReads(int documents, int lines, bool isGrouped)
    {
        var reads = new CountedCell.Counter();
        var intake = new InvoiceIntake(isGrouped: isGrouped);
        for (int document = 0; document < documents; document++)
            for (int line = 0; line < lines; line++)
                intake.AddRow(InvoiceRows.Columns, [.. InvoiceRows.Cells(document, line).Select(text => new CountedCell(text, reads))]);
        Assert.Single(intake.Complete().TakeLast(1));
        return reads.Count;
    }

    private static void Read(byte[] answer)
    {
        using JsonDocument document = LenientJson.Parse(answer)!;
        Assert.NotNull(IrnAnswer.Read(new AnswerFields(document.RootElement)).SignedInvoice);
    }

    private static long Allocated(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
