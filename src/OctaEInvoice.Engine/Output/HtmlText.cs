using System.Text;

namespace OctaEInvoice.Engine.Output;

/// <summary>Text within a page of UTF-8: what could be markup is escaped, letters stay letters. The frameworks' own encoders differ in the letters.</summary>
internal static class HtmlText
{
    private static readonly char[] Markup = ['&', '<', '>', '"', '\''];

    internal static string Encode(string? text)
    {
        if (text is null || text.IndexOfAny(Markup) < 0)
            return text ?? "";
        var encoded = new StringBuilder(text.Length + 16);
        foreach (char c in text)
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(c),
            };
        return encoded.ToString();
    }
}
