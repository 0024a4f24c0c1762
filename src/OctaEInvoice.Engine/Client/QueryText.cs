using System.Text;

namespace OctaEInvoice.Engine.Client;

/// <summary>Builds path and query with every value percent-encoded: document numbers and dates hold '/'.</summary>
internal sealed class QueryText(string path)
{
    private readonly StringBuilder text = new(path);
    private char separator = '?';

    internal QueryText Add(string name, string? value)
    {
        if (value is null)
            return this;
        text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        separator = '&';
        return this;
    }

    public override string ToString() => text.ToString();
}
