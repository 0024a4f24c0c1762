using System.Globalization;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>The items of a document, a row each, with the headings again on each page.</summary>
internal sealed class ItemTable(PdfSheet sheet, IReadOnlyList<TableColumn> columns)
{
    private const double TextSize = 7;
    private const double LineHeight = 9;
    private const double Padding = 2;
    private const int MaxLines = 4;

    private static readonly TableColumn Number = new("#", 20, ColumnKind.Word, item => item.LineNumber);
    private static readonly TableColumn Hsn = new("HSN/SAC", 40, ColumnKind.Word, item => item.HsnCode);
    private static readonly TableColumn Quantity = new("Quantity", 46, ColumnKind.Number, item => item.Quantity is decimal quantity ? Plain(quantity) : "");
    private static readonly TableColumn Unit = new("Unit", 26, ColumnKind.Word, item => item.Unit);
    private static readonly TableColumn Taxable = new("Taxable value", 60, ColumnKind.Number, item => PdfSheet.Money(item.TaxableValue));
    private static readonly TableColumn Rate = new("GST %", 28, ColumnKind.Number, item => Plain(item.GstRate));
    private static readonly TableColumn Tax = new("Taxes", 54, ColumnKind.Number, item => PdfSheet.Money(item.Tax));
    private static readonly TableColumn Total = new("Total", 60, ColumnKind.Number, item => PdfSheet.Money(item.Total));

    /// <summary>What an e-invoice shows of its items.</summary>
    internal static IReadOnlyList<TableColumn> InvoiceColumns { get; } = Filled(
        Number, Description(), Hsn, Quantity, Unit,
        new("Unit price", 50, ColumnKind.Number, item => item.UnitPrice.ToString("0.00#", CultureInfo.InvariantCulture)),
        new("Discount", 44, ColumnKind.Number, item => PdfSheet.Money(item.Discount)),
        Taxable, Rate, Tax, Total);

    /// <summary>What an e-way bill shows of the goods.</summary>
    internal static IReadOnlyList<TableColumn> GoodsColumns { get; } = Filled(Number, Description(), Hsn, Quantity, Unit, Taxable, Rate, Tax, Total);

    /// <summary>Draws the table.</summary>
    internal void Draw(IReadOnlyList<PrintedItem> items)
    {
        DrawHeadings();
        foreach (PrintedItem item in items)
            DrawRow(item);
        sheet.Y += 6;
    }

    /// <summary>A column whose width is what the others leave.</summary>
    private static TableColumn Description() => new("Description", 0, ColumnKind.Prose, item => item.Description);

    private static List<TableColumn> Filled(params TableColumn[] columns)
    {
        double left = PdfSheet.Right - PdfSheet.Left - columns.Sum(column => column.Width);
        return [.. columns.Select(column => column.Width == 0 ? column with { Width = left } : column)];
    }

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private void DrawHeadings()
    {
        // Room for the headings and a row.
        sheet.Reserve(LineHeight * (MaxLines + 2));
        sheet.Page.Shade(PdfSheet.Left, sheet.Y, PdfSheet.Right - PdfSheet.Left, LineHeight + 5);
        DrawCells(PdfFont.Bold, column => [WinAnsiText.From(column.Heading)]);
        sheet.Y += LineHeight + 5;
    }

    private void DrawRow(PrintedItem item)
    {
        Dictionary<TableColumn, List<string>> cells = columns.ToDictionary(column => column, column => Lines(column, item));
        double height = cells.Values.Max(lines => lines.Count) * LineHeight + 3;
        if (sheet.Reserve(height))
            DrawHeadings();
        DrawCells(PdfFont.Plain, column => cells[column]);
        sheet.Y += height;
        sheet.Page.Line(PdfSheet.Left, sheet.Y, PdfSheet.Right, sheet.Y);
    }

    private static List<string> Lines(TableColumn column, PrintedItem item) => column.Kind == ColumnKind.Prose
        ? TextWrap.Wrap(PdfFont.Plain, TextSize, column.Cell(item), column.Width - 2 * Padding, MaxLines)
        : [WinAnsiText.From(column.Cell(item))];

    private void DrawCells(PdfFont font, Func<TableColumn, List<string>> linesOf)
    {
        double x = PdfSheet.Left;
        foreach (TableColumn column in columns)
        {
            double baseLine = sheet.Y + TextSize + 2;
            foreach (string line in linesOf(column))
            {
                DrawLine(column, font, x, baseLine, line);
                baseLine += LineHeight;
            }
            x += column.Width;
        }
    }

    private void DrawLine(TableColumn column, PdfFont font, double x, double baseLine, string encoded)
    {
        double maxWidth = column.Width - 2 * Padding;
        double size = font.SizeWithin(encoded, TextSize, maxWidth);
        double start = column.Kind == ColumnKind.Number ? x + Padding + maxWidth - font.WidthOf(encoded, size) : x + Padding;
        sheet.Page.Encoded(font, size, start, baseLine, encoded);
    }
}

/// <summary>A column of the item table.</summary>
/// <param name="Heading">Printed above it, and again on each page.</param>
/// <param name="Width">Points.</param>
/// <param name="Kind">How its cells are set.</param>
/// <param name="Cell">What it shows of an item.</param>
internal sealed record TableColumn(string Heading, double Width, ColumnKind Kind, Func<PrintedItem, string> Cell);

/// <summary>How a column's cells are set.</summary>
internal enum ColumnKind
{
    /// <summary>One line from the left edge.</summary>
    Word,

    /// <summary>Several lines when it is long.</summary>
    Prose,

    /// <summary>One line up to the right edge.</summary>
    Number,
}

/// <summary>A row of a document's items.</summary>
internal sealed record PrintedItem
{
    /// <summary>Serial number.</summary>
    public required string LineNumber { get; init; }

    /// <summary>What was sold; wrapped over up to four lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>HSN or SAC code.</summary>
    public string HsnCode { get; init; } = "";

    /// <summary>Quantity; null for a service without one.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Unit of quantity, such as NOS.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Rupees a unit.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>Rupees off.</summary>
    public decimal Discount { get; init; }

    /// <summary>Rupees that are taxed.</summary>
    public decimal TaxableValue { get; init; }

    /// <summary>Rate of GST in percent.</summary>
    public decimal GstRate { get; init; }

    /// <summary>Rupees of all taxes and cesses.</summary>
    public decimal Tax { get; init; }

    /// <summary>Rupees of the row.</summary>
    public decimal Total { get; init; }
}
