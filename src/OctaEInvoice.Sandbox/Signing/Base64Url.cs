namespace OctaEInvoice.Sandbox.Signing;

/// <summary>Base64 with '-' and '_' and without padding (RFC 7515).</summary>
internal static class Base64Url
{
    /// <summary>The encoded bytes.</summary>
    internal static string Encode(byte[] bytes)
    {
        char[] text = new char[(bytes.Length + 2) / 3 * 4];
        int length = Convert.ToBase64CharArray(bytes, 0, bytes.Length, text, 0);
        while (length > 0 && text[length - 1] == '=')
            length--;
        for (int i = 0; i < length; i++)
        {
            if (text[i] == '+')
                text[i] = '-';
            else if (text[i] == '/')
                text[i] = '_';
        }
        return new string(text, 0, length);
    }
}
