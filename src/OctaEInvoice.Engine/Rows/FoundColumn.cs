using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Rows;

/// <summary>The field that a column's name means, into which the column's cells go.</summary>
/// <param name="Facts">The field.</param>
/// <param name="Entry">Entry of the field's list, from 0.</param>
/// <param name="FoundBy">What the name was found by.</param>
public sealed record FoundColumn(FieldFacts Facts, int Entry, ColumnSource FoundBy)
{
    private readonly FieldAccess<OctaInvoice>? header = Facts.IsOfItem ? null : InvoiceFields.OfHeader[Facts.Path];
    private readonly FieldAccess<InvoiceItem>? line = Facts.IsOfItem ? InvoiceFields.OfLine[Facts.Path] : null;

    /// <summary>True for a field of a line; other cells go into the document.</summary>
    internal bool IsOfLine => line is not null;

    /// <summary>Puts a cell into the line.</summary>
    internal void Set(InvoiceItem item, GivenValue value, Place place, IssueList issues) => line!.Set(item, Entry, value, place, issues);

    /// <summary>Puts a cell into the document.</summary>
    internal void Set(OctaInvoice invoice, GivenValue value, Place place, IssueList issues) => header!.Set(invoice, Entry, value, place, issues);

    /// <summary>The document's value in its one form, to compare two rows.</summary>
    internal string? Text(OctaInvoice invoice) => header!.Text(invoice, Entry);
}

/// <summary>What a column was found by; the first of these wins where several columns give one field.</summary>
public enum ColumnSource
{
    /// <summary>The user's column map.</summary>
    Map,

    /// <summary>The friendly name.</summary>
    FriendlyName,

    /// <summary>NIC's path, or the specification's variant of it.</summary>
    NicPath,
}
