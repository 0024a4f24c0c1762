using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Takes what a pipeline brings, rows or whole documents, and gives drafts: typed, completed, not yet checked.</summary>
/// <remarks>Whole documents come out as they go in; rows come out at the end, or with -Grouped as soon as the next document begins.</remarks>
public sealed class InvoiceIntake
{
    private readonly SellerDetails? seller;
    private readonly ColumnMap? columnMap;
    private readonly IndiaDate? countedFrom;
    private readonly RowGatherer? gatherer;
    private readonly GroupedRows? grouped;
    private readonly List<RowColumns> knownColumns = [];
    private readonly HashSet<string> warned = new(StringComparer.Ordinal);
    private RowColumns? columns;
    private int rowNumber;

    /// <summary>An intake for one pipeline.</summary>
    /// <param name="seller">The connection's seller, whose details fill in what rows lack and whose GSTIN others' documents are refused by; null for any seller.</param>
    /// <param name="columnMap">Names of the user's columns, or null.</param>
    /// <param name="isGrouped">The user's promise that rows of one document follow one another.</param>
    /// <param name="exampleClock">
    /// The clock by which days such as D-3 are read, for documents that go to a sandbox or nowhere. Null refuses them, and the documents
    /// that were made with them: a plot number in a shifted column must never be registered as a date.
    /// </param>
    public InvoiceIntake(SellerDetails? seller = null, ColumnMap? columnMap = null, bool isGrouped = false, TimeProvider? exampleClock = null)
    {
        this.seller = seller;
        this.columnMap = columnMap;
        // One day for the whole input: rows of one document that are read around midnight agree.
        countedFrom = exampleClock?.TodayInIndia();
        if (isGrouped)
            grouped = new GroupedRows(seller?.Gstin);
        else
            gatherer = new RowGatherer(seller?.Gstin);
    }

    /// <summary>Sentences about columns that are not read, each said once; take them out as they come.</summary>
    public Queue<string> ColumnWarnings { get; } = new();

    /// <summary>Takes one row.</summary>
    /// <param name="names">Names of its columns.</param>
    /// <param name="cells">Its cells, in the same order.</param>
    /// <returns>A draft when -Grouped was promised and the row begins another document; otherwise null.</returns>
    /// <exception cref="LateRowException">With -Grouped: the row belongs to a document that was handed on before.</exception>
    public InvoiceDraft? AddRow(IReadOnlyList<string> names, object?[] cells)
    {
        rowNumber++;
        if (columns?.Matches(names) != true)
            columns = ColumnsOf(names);
        var row = new GivenRow(columns, cells, rowNumber);
        if (row.IsBlank)
            return null;
        if (grouped is null)
        {
            gatherer!.Add(row);
            return null;
        }
        return grouped.Add(row) is RowGroup complete ? Built(complete) : null;
    }

    /// <summary>Takes JSON text of one document or of a list of them.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="source">The input object, for messages.</param>
    /// <returns>The drafts in order.</returns>
    /// <exception cref="JsonException">The text is no JSON; the message names line and position.</exception>
    public IReadOnlyList<InvoiceDraft> AddJson(ReadOnlyMemory<byte> json, object? source = null)
    {
        var drafts = new List<InvoiceDraft>(1);
        foreach (ReadOnlyMemory<byte> document in JsonDocuments.Split(json))
        {
            var issues = new IssueList();
            OctaInvoice invoice = InvoiceJson.Read(document.Span, issues, countedFrom);
            drafts.Add(Completed(new InvoiceDraft(invoice, issues, [], source)));
        }
        return drafts;
    }

    /// <summary>Takes JSON text of one document or of a list of them.</summary>
    /// <param name="json">JSON text.</param>
    /// <param name="source">The input object, for messages.</param>
    /// <returns>The drafts in order.</returns>
    /// <exception cref="JsonException">The text is no JSON; the message names line and position.</exception>
    public IReadOnlyList<InvoiceDraft> AddJson(string json, object? source = null) => AddJson(Encoding.UTF8.GetBytes(json), source);

    /// <summary>Takes a document.</summary>
    /// <param name="invoice">The document; missing amounts are filled in.</param>
    /// <param name="source">The input object, for messages; the document itself when null.</param>
    /// <returns>The draft.</returns>
    public InvoiceDraft AddInvoice(OctaInvoice invoice, object? source = null) =>
        Completed(new InvoiceDraft(invoice, new IssueList(), [], source ?? invoice));

    /// <summary>The drafts that rows make, when the input has ended.</summary>
    /// <returns>The drafts, in the order of their first rows; each is made when it is asked for.</returns>
    public IEnumerable<InvoiceDraft> Complete()
    {
        if (grouped?.Complete() is RowGroup last)
            yield return Built(last);
        if (gatherer is null)
            yield break;
        foreach (RowGroup group in gatherer.Complete())
            yield return Built(group);
    }

    // Objects of several shapes may alternate; each shape is tied once, and no sentence is said twice.
    private RowColumns ColumnsOf(IReadOnlyList<string> names)
    {
        if (knownColumns.Find(known => known.Matches(names)) is RowColumns again)
            return again;
        RowColumns bound = RowColumns.Bind([.. names], columnMap, countedFrom);
        knownColumns.Add(bound);
        foreach (string warning in bound.Warnings)
            if (warned.Add(warning))
                ColumnWarnings.Enqueue(warning);
        return bound;
    }

    private InvoiceDraft Built(RowGroup group) => Completed(InvoiceBuilder.Build(group, hasSeller: seller?.Gstin is not null));

    private void JudgeCountedDates(InvoiceDraft draft)
    {
        OctaInvoice invoice = draft.Invoice;
        if (draft.Issues.CountedDates.Count > 0)
            invoice.CountedDates = draft.Issues.CountedDates;
        if (invoice.CountedDates.Count == 0)
            return;
        if (countedFrom is null)
            CountedDay.Refuse(invoice, draft.Issues);
        else
            draft.Notes.Add($"Dates of {invoice.DocumentType} {invoice.DocumentNumber} are counted from today, as for examples: {string.Join(", ", invoice.CountedDates)}.");
    }

    private InvoiceDraft Completed(InvoiceDraft draft)
    {
        JudgeCountedDates(draft);
        bool isOfOtherSeller = !ImpliedFields.Fill(draft, seller);
        AmountCompletion.Complete(draft.Invoice);
        ConsequentialGaps.Suppress(draft, isOfOtherSeller);
        return draft;
    }
}
