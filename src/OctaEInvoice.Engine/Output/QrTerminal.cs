using System.Text;

namespace OctaEInvoice.Engine.Output;

/// <summary>Draws a QR code by block characters, two rows of modules to a line, so that modules come out square.</summary>
public static class QrTerminal
{
    // Black on white whatever the terminal's colours, then the terminal's own again.
    private const string BlackOnWhite = "\u001b[38;2;0;0;0;48;2;255;255;255m";
    private const string Reset = "\u001b[0m";

    /// <summary>Draws.</summary>
    /// <param name="text">Text of the QR code.</param>
    /// <param name="withColors">True to set black on white; false for block characters alone.</param>
    /// <param name="drawDark">Without colours: true draws the dark modules (for light backgrounds), false the light ones (for dark backgrounds).</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentException">The text is too long for any QR code.</exception>
    public static IEnumerable<string> Draw(string text, bool withColors, bool drawDark)
    {
        QrMatrix matrix = QrMatrix.FromText(text);
        for (int row = 0; row < matrix.Size; row += 2)
            yield return Line(matrix, row, withColors, withColors || drawDark);
    }

    private static string Line(QrMatrix matrix, int row, bool withColors, bool drawDark)
    {
        var line = new StringBuilder(matrix.Size + BlackOnWhite.Length + Reset.Length);
        if (withColors)
            line.Append(BlackOnWhite);
        for (int column = 0; column < matrix.Size; column++)
            line.Append(Block(IsDrawn(matrix, column, row, drawDark), IsDrawn(matrix, column, row + 1, drawDark)));
        if (withColors)
            line.Append(Reset);
        return line.ToString();
    }

    // The row below the last is part of the quiet zone: light.
    private static bool IsDrawn(QrMatrix matrix, int column, int row, bool drawDark) => (row < matrix.Size && matrix.IsDark(column, row)) == drawDark;

    private static char Block(bool upper, bool lower) => (upper, lower) switch
    {
        (true, true) => '\u2588',
        (true, false) => '\u2580',
        (false, true) => '\u2584',
        _ => ' ',
    };
}
