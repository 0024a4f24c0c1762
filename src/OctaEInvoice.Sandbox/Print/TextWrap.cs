namespace OctaEInvoice.Sandbox.Print;

/// <summary>Breaks text into lines that fit a width: between words where there are blanks, within a word where it alone is too wide.</summary>
internal static class TextWrap
{
    private const string Ellipsis = "\u2026";

    /// <summary>The lines in WinAnsi, at least one; the last ends in an ellipsis when the text has more.</summary>
    internal static List<string> Wrap(PdfFont font, double size, string text, double width, int maxLines = int.MaxValue)
    {
        List<string> lines = [];
        string rest = WinAnsiText.From(text).Trim(' ');
        while (true)
        {
            int length = FittingLength(font, size, rest, width);
            bool isLast = lines.Count == maxLines - 1;
            if (length < rest.Length && isLast)
            {
                string ellipsis = WinAnsiText.From(Ellipsis);
                length = FittingLength(font, size, rest, width - font.WidthOf(ellipsis, size));
                lines.Add(rest.Substring(0, length).TrimEnd(' ') + ellipsis);
                return lines;
            }
            if (length == rest.Length)
            {
                lines.Add(rest);
                return lines;
            }
            int blank = rest.LastIndexOf(' ', length);
            int end = blank > 0 ? blank : length;
            lines.Add(rest.Substring(0, end).TrimEnd(' '));
            rest = rest.Substring(end).TrimStart(' ');
        }
    }

    /// <summary>Characters from the start that fit, at least one so that lines come to an end.</summary>
    private static int FittingLength(PdfFont font, double size, string text, double width)
    {
        int length = 0;
        double used = 0;
        while (length < text.Length)
        {
            used += font.WidthOf(text.Substring(length, 1), size);
            if (used > width && length > 0)
                break;
            length++;
        }
        return length;
    }
}
