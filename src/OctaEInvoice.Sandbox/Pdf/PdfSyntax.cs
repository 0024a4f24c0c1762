using System.Text;

namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>Strings and bytes as PDF files have them.</summary>
internal static class PdfSyntax
{
    /// <summary>One character a byte, 0x00 to 0xFF.</summary>
    internal static Encoding Bytes { get; } = Encoding.GetEncoding("iso-8859-1");

    /// <summary>The inside of a literal string: its delimiters get a backslash.</summary>
    internal static string Escape(string encoded)
    {
        if (encoded.IndexOfAny(['(', ')', '\\']) < 0)
            return encoded;
        return encoded.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
    }
}
