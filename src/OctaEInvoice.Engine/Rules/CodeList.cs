namespace OctaEInvoice.Engine.Rules;

/// <summary>One list of codes with their names, such as NIC's units or ports.</summary>
internal sealed class CodeList
{
    private readonly Dictionary<string, string> names;
    private readonly Dictionary<string, string> withdrawnNames;

    internal CodeList(string origin, Dictionary<string, string> names, Dictionary<string, string> withdrawnNames)
    {
        Origin = origin;
        this.names = names;
        this.withdrawnNames = withdrawnNames;
    }

    /// <summary>Where the list comes from.</summary>
    public string Origin { get; }

    /// <summary>The codes in force with their names.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>Whether a code is in force.</summary>
    /// <param name="code">The code, in any letter case.</param>
    /// <returns>False for null, unknown and withdrawn codes.</returns>
    public bool Contains(string? code) => code is not null && names.ContainsKey(code);

    /// <summary>Whether a code was in force once and is refused now.</summary>
    /// <param name="code">The code, in any letter case.</param>
    /// <returns>False for null, unknown codes and those in force.</returns>
    public bool IsWithdrawn(string? code) => code is not null && withdrawnNames.ContainsKey(code);

    /// <summary>The name of a code, in force or withdrawn.</summary>
    /// <param name="code">The code, in any letter case.</param>
    /// <returns>The name, or null when the list has no such code.</returns>
    public string? NameOf(string? code)
    {
        if (code is null)
            return null;
        return names.TryGetValue(code, out string? name) || withdrawnNames.TryGetValue(code, out name) ? name : null;
    }
}
