using System.Globalization;
using System.Text;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>One page of A4 being drawn. Distances are in points (1/72 inch) from the top left; a text's y is its base line.</summary>
internal sealed class PdfPage
{
    /// <summary>A4's width.</summary>
    internal const double Width = 595;

    /// <summary>A4's height.</summary>
    internal const double Height = 842;

    private readonly StringBuilder content = new();

    /// <summary>The drawing operators, one character a byte.</summary>
    internal string Content => content.ToString();

    /// <summary>Writes a text from x on; a text wider than <paramref name="maxWidth"/> is written smaller.</summary>
    internal void Text(PdfFont font, double size, double x, double y, string text, PdfInk ink = PdfInk.Black, double maxWidth = double.PositiveInfinity)
    {
        string encoded = WinAnsiText.From(text);
        Show(font, font.SizeWithin(encoded, size, maxWidth), x, y, encoded, ink);
    }

    /// <summary>Writes a text that is in WinAnsi already.</summary>
    internal void Encoded(PdfFont font, double size, double x, double y, string encoded, PdfInk ink = PdfInk.Black) =>
        Show(font, size, x, y, encoded, ink);

    /// <summary>Writes a text that ends at x; one wider than <paramref name="maxWidth"/> is written smaller.</summary>
    internal void TextBefore(PdfFont font, double size, double x, double y, string text, PdfInk ink = PdfInk.Black, double maxWidth = double.PositiveInfinity)
    {
        string encoded = WinAnsiText.From(text);
        double fitting = font.SizeWithin(encoded, size, maxWidth);
        Show(font, fitting, x - font.WidthOf(encoded, fitting), y, encoded, ink);
    }

    /// <summary>Draws a thin line.</summary>
    internal void Line(double x1, double y1, double x2, double y2) =>
        Append($"0.7 G 0.5 w {x1:0.##} {Height - y1:0.##} m {x2:0.##} {Height - y2:0.##} l S\n");

    /// <summary>Draws a box's outline.</summary>
    internal void Box(double x, double y, double width, double height) =>
        Append($"0.7 G 0.5 w {x:0.##} {Height - y - height:0.##} {width:0.##} {height:0.##} re S\n");

    /// <summary>Fills a box in light grey.</summary>
    internal void Shade(double x, double y, double width, double height) =>
        Append($"q 0.92 g {x:0.##} {Height - y - height:0.##} {width:0.##} {height:0.##} re f Q\n");

    /// <summary>Draws a QR code as one path of rectangles, sharp at any size.</summary>
    internal void Qr(QrMatrix matrix, double x, double y, double side)
    {
        double module = side / matrix.Size;
        Append($"q {module:0.######} 0 0 {-module:0.######} {x:0.##} {Height - y:0.##} cm\n");
        for (int row = 0; row < matrix.Size; row++)
            AppendRow(matrix, row);
        content.Append("f Q\n");
    }

    private void AppendRow(QrMatrix matrix, int row)
    {
        for (int column = 0; column < matrix.Size; column++)
        {
            int start = column;
            while (column < matrix.Size && matrix.IsDark(column, row))
                column++;
            if (column > start)
                Append($"{start} {row} {column - start} 1 re\n");
        }
    }

    private void Show(PdfFont font, double size, double x, double y, string encoded, PdfInk ink)
    {
        string colour = ink switch
        {
            PdfInk.Grey => "0.4 g",
            PdfInk.Red => "0.75 0 0 rg",
            _ => "0 g",
        };
        Append($"BT {colour} /{font.ResourceName} {size:0.##} Tf {x:0.##} {Height - y:0.##} Td (");
        content.Append(WinAnsiText.Escape(encoded)).Append(") Tj ET\n");
    }

    private void Append(FormattableString operators) => content.Append(operators.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Colours of text.</summary>
internal enum PdfInk
{
    /// <summary>What the document says.</summary>
    Black,

    /// <summary>Names of what it says.</summary>
    Grey,

    /// <summary>What must not be overlooked.</summary>
    Red,
}
