using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Warns of rows that repeat another one in every cell: a document exported twice would be registered at twice its value.</summary>
internal static class RepeatedRows
{
    private const string NicDuplicateLine = "2233";

    private static readonly FieldFacts LineNumber = FieldTable.ByPath("ItemList[].SlNo");

    internal static void Report(List<GivenRow> rows, IssueList issues)
    {
        if (rows.Count == 1)
            return;
        var seen = new Dictionary<GivenRow, GivenRow>(rows.Count, CellComparer.Instance);
        int repetitions = 0;
        int line = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            if (!seen.ContainsKey(rows[i]))
                seen.Add(rows[i], rows[i]);
            else if (++repetitions == 1)
                line = i;
        }
        if (repetitions > 0)
            Warn(seen[rows[line]], rows[line], line, repetitions - 1, issues);
    }

    // One issue a document: the file exported twice is one mistake.
    private static void Warn(GivenRow first, GivenRow row, int line, int more, IssueList issues) => issues.Add(
        LineNumber,
        new Place(row.Number, line),
        string.Format(
            CultureInfo.InvariantCulture,
            more == 0 ? "Row {0} repeats row {1} in every cell, so its amounts count twice." : "Row {0} repeats row {1} in every cell, and {2} more rows repeat others, so their amounts count twice.",
            row.Number,
            first.Number,
            more),
        null,
        "another line, or a LineNumber of its own",
        "Remove the row if it was exported twice; number the lines in LineNumber if the line is meant twice.",
        IssueSeverity.Warning,
        NicDuplicateLine);

    private sealed class CellComparer : IEqualityComparer<GivenRow>
    {
        internal static readonly CellComparer Instance = new();

        public bool Equals(GivenRow? x, GivenRow? y)
        {
            if (!ReferenceEquals(x!.Columns, y!.Columns))
                return false;
            for (int i = 0; i < x.Columns.Names.Count; i++)
                if (!Equals(x[i], y[i]))
                    return false;
            return true;
        }

        public int GetHashCode(GivenRow obj)
        {
            int hash = 17;
            for (int i = 0; i < obj.Columns.Names.Count; i++)
                hash = unchecked((hash * 31) + (obj[i]?.GetHashCode() ?? 0));
            return hash;
        }
    }
}
