using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

/// <summary>A random document that the schema allows, as the values of its fields; made from the table of fields alone.</summary>
internal sealed record GeneratedDocument(IReadOnlyList<GeneratedDocument.Cell> Cells)
{
    internal sealed record Cell(FieldFacts Facts, int Line, int Entry, string Text, bool IsOptional);

    /// <summary>Random documents, which shrink by losing optional fields.</summary>
    internal static Arbitrary<GeneratedDocument> Arbitrary { get; } = Arb.From(Documents(), Smaller);

    internal OctaInvoice ToInvoice(IssueList issues)
    {
        var invoice = new OctaInvoice { Items = [] };
        foreach (Cell cell in Cells)
        {
            while (cell.Line >= invoice.Items.Count)
                invoice.Items.Add(new InvoiceItem());
            GivenValue value = GivenValue.FromText(cell.Text);
            var place = new Place(null, cell.Line, cell.Entry);
            if (cell.Line >= 0)
                InvoiceFields.OfLine[cell.Facts.Path].Set(invoice.Items[cell.Line], cell.Entry, value, place, issues);
            else
                InvoiceFields.OfHeader[cell.Facts.Path].Set(invoice, cell.Entry, value, place, issues);
        }
        return invoice;
    }

    public override string ToString() => string.Join("\n", Cells.Select(cell => $"{new Place(null, cell.Line, cell.Entry).PathOf(cell.Facts.Path)} = {cell.Text}"));

    private static Gen<GeneratedDocument> Documents() =>
        from lines in Gen.Choose(1, 3)
        from header in CellsOfFields(FieldTable.All.Where(facts => !facts.IsOfItem && facts.Path != "Irn"), -1)
        from ofLines in Gen.CollectToArray(Enumerable.Range(0, lines), line => CellsOfFields(FieldTable.All.Where(facts => facts.IsOfItem), line))
        select new GeneratedDocument([.. header, .. ofLines.SelectMany(cells => cells)]);

    private static Gen<Cell[]> CellsOfFields(IEnumerable<FieldFacts> fields, int line) =>
        Gen.CollectToArray(fields.GroupBy(ObjectOf), group => CellsOfObject([.. group], line)).Select(groups => groups.SelectMany(cells => cells).ToArray());

    private static Gen<Cell[]> CellsOfObject(FieldFacts[] fields, int line)
    {
        string path = ObjectOf(fields[0]);
        bool isRequired = path is "" or "TranDtls" or "DocDtls" or "SellerDtls" or "BuyerDtls" or "ValDtls" or "ItemList[]";
        bool isList = path.EndsWith("[]", StringComparison.Ordinal) && path != "ItemList[]";
        return from entries in isRequired ? Gen.Constant(1) : Gen.Choose(0, isList ? 2 : 1)
               from cells in Gen.CollectToArray(Enumerable.Range(0, entries), entry => CellsOfEntry(fields, line, entry, isList || !isRequired))
               select cells.SelectMany(cell => cell).ToArray();
    }

    // An entry without any value is no entry: the first field always has one.
    private static Gen<Cell[]> CellsOfEntry(FieldFacts[] fields, int line, int entry, bool mayBeEmpty) =>
        Gen.CollectToArray(fields, facts => facts.Required || (mayBeEmpty && facts == fields[0])
                ? ValidValues.Of(facts).Select(Cell? (text) => new Cell(facts, line, entry, text, false))
                : Gen.OneOf(Gen.Constant<Cell?>(null), ValidValues.Of(facts).Select(Cell? (text) => new Cell(facts, line, entry, text, true))))
            .Select(cells => cells.OfType<Cell>().ToArray());

    private static IEnumerable<GeneratedDocument> Smaller(GeneratedDocument document)
    {
        if (document.Cells.Any(cell => cell.IsOptional))
            yield return new GeneratedDocument([.. document.Cells.Where(cell => !cell.IsOptional)]);
        for (int i = 0; i < document.Cells.Count; i++)
            if (document.Cells[i].IsOptional)
                yield return new GeneratedDocument([.. document.Cells.Take(i), .. document.Cells.Skip(i + 1)]);
    }

    private static string ObjectOf(FieldFacts facts)
    {
        int dot = facts.Path.LastIndexOf('.');
        return dot < 0 ? "" : facts.Path[..dot];
    }
}
