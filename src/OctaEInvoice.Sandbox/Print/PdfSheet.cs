using System.Globalization;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>Lays a document out from the top down, and begins another page when one is full. Both kinds of documents are made of its parts.</summary>
internal sealed class PdfSheet
{
    /// <summary>Printed on every page: nobody is to take a sandbox's document for a registered one.</summary>
    internal const string Mark = "SANDBOX - not registered";

    /// <summary>The left margin.</summary>
    internal const double Left = 36;

    /// <summary>Where the right margin begins.</summary>
    internal const double Right = PdfPage.Width - Left;

    private const double Top = 36;
    private const double Bottom = PdfPage.Height - 48;
    private const double QrSide = 150;
    private const double LabelWidth = 88;
    private const double TextSize = 8;
    private const double TextLine = 11;

    /// <summary>How far lines run beside the QR code.</summary>
    internal const double BesideQr = Right - QrSide - 8;

    private readonly PdfDocument document;
    private readonly string pageTitle;

    internal PdfSheet(string pageTitle)
    {
        this.pageTitle = pageTitle;
        document = new PdfDocument(pageTitle);
        Page = document.AddPage();
    }

    /// <summary>The page that is being filled.</summary>
    internal PdfPage Page { get; private set; }

    /// <summary>Where the next part begins on it.</summary>
    internal double Y { get; set; } = Top;

    /// <summary>Title and mark to the left, the QR code to the right.</summary>
    internal void Head(string title, string subtitle, bool isCancelled, string qrText)
    {
        Page.Qr(QrMatrix.FromText(qrText), Right - QrSide, Top - 6, QrSide);
        Page.Text(PdfFont.Bold, 18, Left, Y + 14, title);
        Page.TextBefore(PdfFont.Plain, 10, BesideQr, Y + 14, subtitle, PdfInk.Grey);
        Page.Text(PdfFont.Bold, 11, Left, Y + 32, isCancelled ? $"CANCELLED - {Mark}" : Mark, PdfInk.Red);
        Y += 46;
    }

    /// <summary>Goes on below the QR code.</summary>
    internal void EndHead() => Y = Math.Max(Y, Top + QrSide) + 4;

    /// <summary>A heading with a line under it.</summary>
    internal void Heading(string text)
    {
        Reserve(40);
        Page.Text(PdfFont.Bold, 10, Left, Y + 10, text);
        Page.Line(Left, Y + 14, Right, Y + 14);
        Y += 20;
    }

    /// <summary>Labels and values, one pair a line; a value that is too long is wrapped.</summary>
    internal void Fields(IEnumerable<PrintedField> fields, double until = Right)
    {
        foreach (PrintedField field in fields)
        {
            List<string> lines = TextWrap.Wrap(PdfFont.Plain, TextSize, field.Value, until - Left - LabelWidth, maxLines: 6);
            Reserve(lines.Count * TextLine);
            Page.Text(PdfFont.Plain, TextSize, Left, Y + TextSize, field.Label, PdfInk.Grey, LabelWidth - 4);
            foreach (string line in lines)
            {
                Page.Encoded(PdfFont.Plain, TextSize, Left + LabelWidth, Y + TextSize, line);
                Y += TextLine;
            }
        }
    }

    /// <summary>The IRN in one line of its own, so that it can be copied in one piece.</summary>
    internal void Irn(string irn, double until = Right)
    {
        Page.Text(PdfFont.Plain, TextSize, Left, Y + TextSize, "IRN", PdfInk.Grey);
        Page.Text(PdfFont.Typewriter, TextSize, Left + LabelWidth, Y + TextSize, irn, PdfInk.Black, until - Left - LabelWidth);
        Y += TextLine;
    }

    /// <summary>Boxes, two beside each other.</summary>
    internal void Parties(IReadOnlyList<PrintedParty> parties)
    {
        const double Gap = 8;
        double width = (Right - Left - Gap) / 2;
        for (int i = 0; i < parties.Count; i += 2)
        {
            List<PartyBox> boxes = [.. parties.Skip(i).Take(2).Select(party => new PartyBox(party, width))];
            double height = boxes.Max(box => box.Height);
            Reserve(height + Gap);
            for (int side = 0; side < boxes.Count; side++)
                boxes[side].Draw(Page, Left + side * (width + Gap), Y, height);
            Y += height + Gap;
        }
    }

    /// <summary>Amounts at the right edge, the last one standing out.</summary>
    internal void Amounts(IReadOnlyList<PrintedAmount> amounts, string totalLabel, decimal total)
    {
        const double LabelStart = Right - 210;
        Reserve((amounts.Count + 1) * TextLine + 14);
        foreach (PrintedAmount amount in amounts)
        {
            Page.Text(PdfFont.Plain, TextSize, LabelStart, Y + TextSize, amount.Label, PdfInk.Grey, 120);
            Page.TextBefore(PdfFont.Plain, TextSize, Right - 4, Y + TextSize, Money(amount.Amount));
            Y += TextLine;
        }
        Page.Shade(LabelStart - 4, Y, Right - LabelStart + 4, 16);
        Page.Text(PdfFont.Bold, 9, LabelStart, Y + 11, totalLabel, PdfInk.Black, 120);
        Page.TextBefore(PdfFont.Bold, 9, Right - 4, Y + 11, Money(total));
        Y += 22;
    }

    /// <summary>The file's bytes, each page with its number.</summary>
    internal byte[] Finish()
    {
        for (int i = 0; i < document.Pages.Count; i++)
        {
            PdfPage each = document.Pages[i];
            each.Line(Left, Bottom + 6, Right, Bottom + 6);
            each.Text(PdfFont.Plain, 7, Left, Bottom + 16, $"{Mark}. Made by OctaEInvoice's sandbox for trying and testing; not a legal document.", PdfInk.Grey);
            each.TextBefore(PdfFont.Plain, 7, Right, Bottom + 16, $"Page {i + 1} of {document.Pages.Count}", PdfInk.Grey);
        }
        return document.ToArray();
    }

    /// <summary>Rupees with two decimals.</summary>
    internal static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Begins another page when so much doesn't fit on this one.</summary>
    /// <returns>True when it did.</returns>
    internal bool Reserve(double height)
    {
        if (Y + height <= Bottom)
            return false;
        Page = document.AddPage();
        Page.Text(PdfFont.Bold, 9, Left, Top + 8, pageTitle);
        Page.TextBefore(PdfFont.Bold, 9, Right, Top + 8, Mark, PdfInk.Red);
        Y = Top + 18;
        return true;
    }
}

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

/// <summary>A box with a party's or an address's lines.</summary>
/// <param name="Title">Its part in the document, such as Seller or Ship to.</param>
/// <param name="Lines">GSTIN, names, address lines, as printed; long ones are wrapped.</param>
internal sealed record PrintedParty(string Title, IReadOnlyList<string> Lines);

/// <summary>A labelled line of a document, such as place of supply.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says, as printed.</param>
internal sealed record PrintedField(string Label, string Value);

/// <summary>A line of a document's totals.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Amount">Rupees; printed with two decimals.</param>
internal sealed record PrintedAmount(string Label, decimal Amount);
