using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>Makes a document of its rows: header fields from all of them, a line from each.</summary>
internal static class InvoiceBuilder
{
    internal static InvoiceDraft Build(RowGroup group, bool hasSeller)
    {
        var issues = new IssueList();
        var invoice = new OctaInvoice { Items = new List<InvoiceItem>(group.Rows.Count) };
        Dictionary<(FieldFacts, int), HeaderCell>? decided = group.Rows.Count == 1 ? null : [];
        foreach (GivenRow row in group.Rows)
        {
            var item = new InvoiceItem();
            ReadRow(row, invoice, item, decided, issues);
            RemoveEmpty(item.Attributes, InvoiceShapes.AttribDtls.HasValues);
            invoice.Items.Add(item);
        }
        RemoveEmptyEntries(invoice);
        invoice.Rows = RowNumbers(group.Rows);
        MissingKeys.Report(group, hasSeller, issues);
        RepeatedRows.Report(group.Rows, issues);
        return new InvoiceDraft(invoice, issues, [.. group.Rows, .. group.KeylessRows], null);
    }

    private static void ReadRow(GivenRow row, OctaInvoice invoice, InvoiceItem item, Dictionary<(FieldFacts, int), HeaderCell>? decided, IssueList issues)
    {
        FoundColumn?[] fields = row.Columns.Fields;
        int line = invoice.Items!.Count;
        var disagreement = new RowDisagreement();
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i] is not FoundColumn field)
                continue;
            GivenValue value = row.Value(i);
            if (value.IsNone)
                continue;
            if (field.IsOfLine)
                field.Set(item, value, new Place(row.Number, line, field.Entry), issues);
            else if (decided is null)
                field.Set(invoice, value, new Place(row.Number, -1, field.Entry), issues);
            else if (Disagreeing(new HeaderCell(row, i, value), invoice, decided, issues) is HeaderCell first)
                disagreement.Add(first, new HeaderCell(row, i, value));
        }
        disagreement.Report(issues);
    }

    // Of several rows the first that gives a header field decides; later rows have to agree with it. Gives the deciding cell when they don't.
    private static HeaderCell? Disagreeing(HeaderCell cell, OctaInvoice invoice, Dictionary<(FieldFacts, int), HeaderCell> decided, IssueList issues)
    {
        if (!decided.TryGetValue(cell.Key, out HeaderCell first))
        {
            decided.Add(cell.Key, cell);
            cell.Field.Set(invoice, cell.Value, cell.Place, issues);
            return null;
        }
        if (Equals(first.Row[first.Column], cell.Row[cell.Column]))
            return null;
        var other = new OctaInvoice();
        int before = issues.All.Count;
        cell.Field.Set(other, cell.Value, cell.Place, issues);
        string? deciding = cell.Field.Text(invoice);
        // A cell that can't be read has its own issue already: there is nothing to compare.
        if (issues.All.Count > before || deciding is null)
            return null;
        return string.Equals(deciding, cell.Field.Text(other), StringComparison.OrdinalIgnoreCase) ? null : first;
    }

    private static int[] RowNumbers(List<GivenRow> rows)
    {
        int[] numbers = new int[rows.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = rows[i].Number;
        return numbers;
    }

    // Numbered columns may leave gaps (AttributeName2 without AttributeName); the wire has no empty entries.
    private static void RemoveEmptyEntries(OctaInvoice invoice)
    {
        RemoveEmpty(invoice.References?.PrecedingDocuments, InvoiceShapes.PrecDocDtls.HasValues);
        RemoveEmpty(invoice.References?.Contracts, InvoiceShapes.ContrDtls.HasValues);
        RemoveEmpty(invoice.AdditionalDocuments, InvoiceShapes.AddlDocDtls.HasValues);
    }

    private static void RemoveEmpty<T>(List<T>? entries, Func<T, bool> hasValues) => entries?.RemoveAll(entry => !hasValues(entry));
}
