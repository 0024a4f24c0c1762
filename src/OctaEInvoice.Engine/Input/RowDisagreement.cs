using System.Globalization;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>In what a row disagrees with earlier rows of its document: another buyer differs in five columns and is one fault.</summary>
internal struct RowDisagreement
{
    private List<(HeaderCell First, HeaderCell Other)>? cells;

    internal void Add(HeaderCell first, HeaderCell other) => (cells ??= []).Add((first, other));

    internal readonly void Report(IssueList issues)
    {
        if (cells is null)
            return;
        foreach (IGrouping<GivenRow, (HeaderCell First, HeaderCell Other)> pair in cells.GroupBy(cell => cell.First.Row))
            Report(pair.Key, [.. pair], issues);
    }

    private static void Report(GivenRow firstRow, List<(HeaderCell First, HeaderCell Other)> pair, IssueList issues)
    {
        (HeaderCell first, HeaderCell other) = pair[0];
        string number = firstRow.Number.ToString(CultureInfo.InvariantCulture);
        issues.Add(
            other.Field.Facts,
            other.Place,
            $"Rows {number} and {other.Row.Number.ToString(CultureInfo.InvariantCulture)} of one document disagree{InColumns(pair)}.",
            other.Value.ToString(),
            $"'{first.Value}' as in row {number}, or an empty cell",
            "Give one document one value in all of its rows, or its own number to each document.");
    }

    private static string InColumns(List<(HeaderCell First, HeaderCell Other)> pair) =>
        pair.Count == 1 ? "" : " in " + string.Join(", ", pair.Select(cell => cell.Other.Field.Facts.Column));
}

/// <summary>A cell that belongs to the whole document, with the row and column where it stands.</summary>
internal readonly record struct HeaderCell(GivenRow Row, int Column, GivenValue Value)
{
    /// <summary>The field that the cell gives.</summary>
    internal FoundColumn Field => Row.Columns.Fields[Column]!;

    /// <summary>Its key, the same in rows whose columns stand in another order.</summary>
    internal (FieldFacts Facts, int Entry) Key => (Field.Facts, Field.Entry);

    internal Place Place => new(Row.Number, -1, Field.Entry);
}
