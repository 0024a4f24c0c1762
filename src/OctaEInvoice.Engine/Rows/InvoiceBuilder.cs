using System.Globalization;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Makes a document of its rows: header fields from all of them, a line from each.</summary>
internal static class InvoiceBuilder
{
    private static readonly FieldFacts NumberFacts = FieldTable.ByPath("DocDtls.No");

    internal static InvoiceDraft Build(RowGroup group)
    {
        var issues = new IssueList();
        var invoice = new OctaInvoice { Items = new List<InvoiceItem>(group.Rows.Count) };
        var given = new Dictionary<CellBinding, GivenRow>();
        foreach (GivenRow row in group.Rows)
        {
            var item = new InvoiceItem();
            ReadRow(row, invoice, item, given, issues);
            RemoveEmpty(item.Attributes, InvoiceShapes.AttribDtls.HasValues);
            invoice.Items.Add(item);
        }
        RemoveEmptyEntries(invoice);
        invoice.Rows = RowNumbers(group.Rows);
        ReportKeyless(group, issues);
        return new InvoiceDraft(invoice, issues, [.. group.Rows, .. group.KeylessRows], null);
    }

    private static void ReadRow(GivenRow row, OctaInvoice invoice, InvoiceItem item, Dictionary<CellBinding, GivenRow> given, IssueList issues)
    {
        CellBinding?[] bindings = row.Columns.Bindings;
        int line = invoice.Items!.Count;
        for (int i = 0; i < bindings.Length; i++)
        {
            if (bindings[i] is not CellBinding binding)
                continue;
            GivenValue value = row.Value(i);
            if (value.IsNone)
                continue;
            if (binding.Item is not null)
                binding.Item.Set(item, binding.Entry, value, new Place(row.Number, line, binding.Entry), issues);
            else
                ReadHeader(row, i, binding, value, invoice, given, issues);
        }
    }

    // The first row that gives a header field decides; later rows have to agree with it.
    private static void ReadHeader(GivenRow row, int column, CellBinding binding, GivenValue value, OctaInvoice invoice, Dictionary<CellBinding, GivenRow> given, IssueList issues)
    {
        var place = new Place(row.Number, -1, binding.Entry);
        if (!given.TryGetValue(binding, out GivenRow? first))
        {
            given.Add(binding, row);
            binding.Header!.Set(invoice, binding.Entry, value, place, issues);
            return;
        }
        if (Equals(first[column], row[column]))
            return;
        var other = new OctaInvoice();
        int before = issues.All.Count;
        binding.Header!.Set(other, binding.Entry, value, place, issues);
        if (issues.All.Count > before)
            return;
        string? decided = binding.Header.Text(invoice, binding.Entry);
        if (string.Equals(decided, binding.Header.Text(other, binding.Entry), StringComparison.OrdinalIgnoreCase))
            return;
        issues.Add(
            binding.Facts,
            place,
            $"Rows {first.Number.ToString(CultureInfo.InvariantCulture)} and {row.Number.ToString(CultureInfo.InvariantCulture)} of one document disagree.",
            value.ToString(),
            $"'{first.Value(column)}' as in row {first.Number.ToString(CultureInfo.InvariantCulture)}, or an empty cell",
            "Give one document one value in all of its rows, or its own number to each document.");
    }

    private static void ReportKeyless(RowGroup group, IssueList issues)
    {
        foreach (GivenRow row in group.KeylessRows)
            issues.Add(
                NumberFacts,
                new Place(row.Number),
                group.Rows.Count == 0 ? "The row has no document number." : "The row has no document number, so it can't be known whether it is a line of the document before it.",
                null,
                NumberFacts.Constraint(),
                "Fill in the document number in every row of a document, and remove rows that belong to none (totals, notes).");
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
