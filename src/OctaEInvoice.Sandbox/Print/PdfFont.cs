using System.Text.Json;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>One of the fonts that every PDF reader brings, so that none is embedded.</summary>
internal sealed class PdfFont
{
    private const int FirstCharacter = ' ';
    private const int CourierWidth = 600;
    private const double SmallestSize = 4;

    private readonly int[]? widths;

    private PdfFont(string resourceName, string baseFont, int[]? widths)
    {
        ResourceName = resourceName;
        BaseFont = baseFont;
        this.widths = widths;
    }

    /// <summary>For words.</summary>
    internal static PdfFont Plain { get; } = Proportional("F1", "Helvetica");

    /// <summary>For headings and what matters most.</summary>
    internal static PdfFont Bold { get; } = Proportional("F2", "Helvetica-Bold");

    /// <summary>For numbers that are compared digit by digit.</summary>
    internal static PdfFont Typewriter { get; } = new("F3", "Courier", widths: null);

    /// <summary>All fonts, which every page may use.</summary>
    internal static IReadOnlyList<PdfFont> All { get; } = [Plain, Bold, Typewriter];

    /// <summary>What the pages call it.</summary>
    internal string ResourceName { get; }

    /// <summary>What readers call it.</summary>
    internal string BaseFont { get; }

    /// <summary>Width in points.</summary>
    /// <param name="text">Text in WinAnsi.</param>
    /// <param name="size">Font size in points.</param>
    internal double WidthOf(string text, double size)
    {
        int thousandths = 0;
        foreach (char c in text)
            thousandths += widths is null ? CourierWidth : widths[c - FirstCharacter];
        return thousandths * size / 1000;
    }

    /// <summary>The size at which a text keeps to a width: the given one, or a smaller one that can still be read.</summary>
    internal double SizeWithin(string text, double size, double maxWidth)
    {
        double width = WidthOf(text, size);
        return width <= maxWidth ? size : Math.Max(size * maxWidth / width, SmallestSize);
    }

    private static PdfFont Proportional(string resourceName, string baseFont)
    {
        using Stream stream = typeof(PdfFont).Assembly.GetManifestResourceStream("font-widths.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        int[] widths = [.. document.RootElement.GetProperty(baseFont).EnumerateArray().Select(width => width.GetInt32())];
        return new PdfFont(resourceName, baseFont, widths);
    }
}
