using System.Collections;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>Names and values in the order they came: the headers or the query of one request. Letter case of names doesn't matter.</summary>
internal sealed class HttpFields : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    internal HttpFields()
    {
    }

    /// <inheritdoc/>
    public int Count => fields.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => fields[index];

    /// <summary>The value of a name; the first one when the name came more than once.</summary>
    /// <param name="name">The name, in any letter case.</param>
    /// <returns>Null when the name didn't come; empty when it came without a value.</returns>
    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> field in fields)
            {
                if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
                    return field.Value;
            }
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(string name, string value) => fields.Add(new(name, value));
}
