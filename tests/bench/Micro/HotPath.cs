using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Bench.Micro;

/// <summary>The way of one document on one core, step by step, without the wire.</summary>
[MemoryDiagnoser]
public class HotPath
{
    private byte[] answer = [];
    private readonly RuleSettings rules = new() { Environment = OctaEnvironment.Test, Today = new IndiaTime(DateTimeOffset.UtcNow).ToIndiaDate() };
    private readonly byte[] sample = SampleDocument.Json();
    private InvoiceIntake intake = new(isGrouped: true);
    private InvoiceDraft draft = null!;
    private OctaInvoice full = null!;
    private byte[] body = [];
    private IrnResult result = null!;
    private DocumentKey key;
    private int row;

    /// <summary>Makes what the steps begin with.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        draft = InvoiceRows.Drafts(1, isGrouped: true).Single();
        full = InvoiceJson.Read(sample, new IssueList());
        body = InvoiceJson.Write(draft.Invoice);
        answer = Server.PacedServer.Answer(body);
        result = ParseAnswer();
        result.Outcome = DocumentOutcome.Registered;
        key = DocumentKey.Of(draft.Invoice)!.Value;
    }

    /// <summary>22 cells to a completed document of one line.</summary>
    [Benchmark]
    public object? RowToDocument()
    {
        // What -Grouped remembers of finished documents is not the step's.
        if (row % 10_000 == 0)
            intake = new InvoiceIntake(isGrouped: true);
        return intake.AddRow(InvoiceRows.Columns, [.. InvoiceRows.Cells(row++, 0)]);
    }

    /// <summary>All rules on it.</summary>
    [Benchmark]
    public bool CheckRules()
    {
        var issues = new IssueList();
        InvoiceRules.Check(draft.Invoice, rules, issues);
        return issues.HasErrors;
    }

    /// <summary>All rules on the specification's sample, which fills every field.</summary>
    [Benchmark]
    public bool CheckRulesOfFullDocument()
    {
        var issues = new IssueList();
        InvoiceRules.Check(full, rules, issues);
        return issues.HasErrors;
    }

    /// <summary>The request's bytes.</summary>
    [Benchmark]
    public byte[] Serialise() => InvoiceJson.Write(draft.Invoice);

    /// <summary>A whole document from JSON.</summary>
    [Benchmark]
    public OctaInvoice ReadDocument() => InvoiceJson.Read(sample, new IssueList());

    /// <summary>The answer's bytes to a result.</summary>
    [Benchmark]
    public IrnResult ParseAnswer()
    {
        using JsonDocument document = LenientJson.Parse(answer)!;
        return IrnAnswer.Read(new AnswerFields(document.RootElement));
    }

    /// <summary>The expected IRN.</summary>
    [Benchmark]
    public string HashIrn() => IrnHash.Compute(key);

    /// <summary>Both lines of the journal, without the disk.</summary>
    [Benchmark]
    public int JournalLinesOfDocument()
    {
        string hash = Sha256.HexOf(body);
        return JournalLines.SendingLine(key, draft.Invoice.DocumentDate, hash, DateTimeOffset.UtcNow).Length
            + JournalLines.OutcomeLine(key, draft.Invoice.DocumentDate, hash, result, DateTimeOffset.UtcNow).Length;
    }
}
