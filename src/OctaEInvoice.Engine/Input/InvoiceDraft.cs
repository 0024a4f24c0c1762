using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>One document on its way from the input to the server: what was read, completed and found amiss.</summary>
public sealed class InvoiceDraft
{
    internal InvoiceDraft(OctaInvoice invoice, IssueList issues, IReadOnlyList<GivenRow> rows, object? source)
    {
        Invoice = invoice;
        Issues = issues;
        Rows = rows;
        Source = source;
    }

    /// <summary>The document as far as it could be read; missing amounts are computed.</summary>
    public OctaInvoice Invoice { get; }

    /// <summary>What was found so far.</summary>
    public IssueList Issues { get; }

    /// <summary>The rows it was made of; empty when it came whole.</summary>
    public IReadOnlyList<GivenRow> Rows { get; }

    /// <summary>The input object of a document that came whole.</summary>
    public object? Source { get; }

    /// <summary>What was filled in because it has but one possible answer and deserves a word, one sentence each.</summary>
    public List<string> Notes { get; } = [];
}
