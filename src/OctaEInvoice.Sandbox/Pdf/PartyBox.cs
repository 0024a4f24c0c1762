namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A party's lines, wrapped to the width of its box.</summary>
internal sealed class PartyBox
{
    private const double TextSize = 8;
    private const double LineHeight = 10.5;
    private const double Padding = 6;
    private const int MaxLinesOfOne = 3;

    private readonly string title;
    private readonly double width;
    private readonly List<string> lines;

    internal PartyBox(PrintedParty party, double width)
    {
        title = party.Title;
        this.width = width;
        lines = [.. party.Lines.SelectMany(line => TextWrap.Wrap(PdfFont.Plain, TextSize, line, width - 2 * Padding, MaxLinesOfOne))];
    }

    /// <summary>Points that the title and all lines take.</summary>
    internal double Height => (lines.Count + 1) * LineHeight + 2 * Padding;

    /// <summary>Draws the box; its neighbour's height may be greater than its own.</summary>
    internal void Draw(PdfPage page, double x, double y, double height)
    {
        page.Box(x, y, width, height);
        double baseLine = y + Padding + TextSize;
        page.Text(PdfFont.Bold, TextSize, x + Padding, baseLine, title, PdfInk.Grey);
        foreach (string line in lines)
        {
            baseLine += LineHeight;
            page.Encoded(PdfFont.Plain, TextSize, x + Padding, baseLine, line);
        }
    }
}
