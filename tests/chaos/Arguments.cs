using System.Globalization;

namespace OctaEInvoice.Chaos;

/// <summary>Arguments of the form --name value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    internal Arguments(IEnumerable<string> words)
    {
        string? name = null;
        foreach (string word in words)
        {
            if (name is null && word.StartsWith("--", StringComparison.Ordinal))
                name = word[2..];
            else if (name is not null)
            {
                values[name] = word;
                name = null;
            }
            else
                throw new ArgumentException($"'{word}' has no --name before it.");
        }
    }

    internal string Text(string name, string? otherwise = null) =>
        values.TryGetValue(name, out string? value) ? value : otherwise ?? throw new ArgumentException($"--{name} is missing.");

    internal int Number(string name, int otherwise) => values.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    internal double Share(string name, double otherwise) => values.TryGetValue(name, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
