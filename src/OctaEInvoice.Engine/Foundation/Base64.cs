using System.Text;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>Base64 as servers write it: standard or URL-safe, with or without padding and line breaks (nic-rules 3.2).</summary>
internal static class Base64
{
    /// <summary>Decodes tolerantly.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The bytes; null when it is no Base64.</returns>
    public static byte[]? Decode(string text)
    {
        var plain = new StringBuilder(text.Length + 3);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c == '=')
                continue;
            plain.Append(c switch { '-' => '+', '_' => '/', _ => c });
        }
        if (plain.Length % 4 == 1)
            return null;
        plain.Append('=', (4 - (plain.Length % 4)) % 4);
        try
        {
            return Convert.FromBase64String(plain.ToString());
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
