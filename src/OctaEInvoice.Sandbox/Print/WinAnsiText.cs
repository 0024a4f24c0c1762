using System.Text;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>Text in the encoding of the fonts that PDF readers bring. What it lacks becomes a question mark: the rupee sign becomes Rs.</summary>
internal static class WinAnsiText
{
    /// <summary>The characters of the codes 0x80 to 0x9F; a blank where there is none.</summary>
    private const string HighSpecials = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <summary>One character a byte, 0x00 to 0xFF.</summary>
    internal static Encoding Bytes { get; } = Encoding.GetEncoding("iso-8859-1");

    /// <summary>The text as characters 0x20 to 0xFF, each standing for the byte of the same number. Control characters become blanks.</summary>
    internal static string From(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
            return text;
        StringBuilder encoded = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                encoded.Append('?');
                i++;
            }
            else
            {
                Append(encoded, text[i]);
            }
        }
        return encoded.ToString();
    }

    /// <summary>The inside of a literal string of a PDF file: its delimiters get a backslash.</summary>
    internal static string Escape(string encoded)
    {
        if (encoded.IndexOfAny(['(', ')', '\\']) < 0)
            return encoded;
        return encoded.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
    }

    private static void Append(StringBuilder encoded, char c)
    {
        int special = c < 0x100 ? -1 : HighSpecials.IndexOf(c);
        if (c is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u00FF'))
            encoded.Append(c);
        else if (special >= 0)
            encoded.Append((char)(0x80 + special));
        else if (c == '₹')
            encoded.Append("Rs.");
        else
            encoded.Append(char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : '?');
    }
}
