using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Reports rows that do not say to which document they belong: a row without a key is an error, never a continuation.</summary>
internal static class MissingKeys
{
    private static readonly FieldFacts Number = FieldTable.ByPath("DocDtls.No");
    private static readonly FieldFacts Type = FieldTable.ByPath("DocDtls.Typ");
    private static readonly FieldFacts Date = FieldTable.ByPath("DocDtls.Dt");
    private static readonly FieldFacts Seller = FieldTable.ByPath("SellerDtls.Gstin");

    internal static void Report(RowGroup group, bool hasSeller, IssueList issues)
    {
        ReportNumbers(group, issues);
        if (group.Rows.Count == 1)
            return;
        ReportPart(group, Type, columns => columns.Type, issues);
        ReportPart(group, Date, columns => columns.Date, issues);
        if (!hasSeller)
            ReportPart(group, Seller, columns => columns.SellerGstin, issues);
    }

    private static void ReportNumbers(RowGroup group, IssueList issues)
    {
        GivenRow first = group.Rows[0];
        if (first.Columns.Number < 0)
        {
            issues.Add(
                Number,
                new Place(first.Number),
                "No column gives the document number, so it can't be known which rows make one document.",
                null,
                "a column DocumentNumber in every row",
                "Name the column that holds it by -ColumnMap, for example @{ 'Bill No' = 'DocumentNumber' }, or rename the column.");
            return;
        }
        if (group.Key.Number is null)
            ReportNumber(first, "The row has no document number.", issues);
        string message = group.Key.Number is null
            ? "The row has no document number."
            : "The row has no document number, so it can't be known whether it is a line of the document before it.";
        foreach (GivenRow row in group.KeylessRows)
            ReportNumber(row, message, issues);
    }

    private static void ReportNumber(GivenRow row, string message, IssueList issues) => issues.Add(
        Number,
        new Place(row.Number),
        message,
        null,
        Number.Constraint(),
        "Fill in the document number in every row of a document, and remove rows that belong to none (totals, notes).");

    // A document that lacks the part in all rows gets one issue from the schema.
    private static void ReportPart(RowGroup group, FieldFacts part, Func<RowColumns, int> column, IssueList issues)
    {
        List<GivenRow> without = group.Rows.FindAll(row => row.Value(column(row.Columns)).IsNone);
        if (without.Count == group.Rows.Count)
            return;
        foreach (GivenRow row in without)
            issues.Add(
                part,
                new Place(row.Number),
                "It is missing in this row, so it can't be known whether the row is a line of this document.",
                null,
                part.Constraint(),
                $"Fill in {part.Column} in every row of a document.");
    }
}
