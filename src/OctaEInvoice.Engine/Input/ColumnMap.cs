namespace OctaEInvoice.Engine.Input;

/// <summary>Names of a user's own columns: which field each of them holds.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<string, string> fieldOfColumn = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a column; either way round is understood.</summary>
    /// <param name="first">Column, or friendly name or NIC path of a field.</param>
    /// <param name="second">The other of the two.</param>
    /// <exception cref="ArgumentException">Neither names a field.</exception>
    public void Add(string first, string second)
    {
        if (ColumnNames.Find(second) is not null)
            fieldOfColumn[first.Trim()] = second;
        else if (ColumnNames.Find(first) is not null)
            fieldOfColumn[second.Trim()] = first;
        else
            throw new ArgumentException(Unknown(first, second));
    }

    internal string? FieldOf(string column) => fieldOfColumn.TryGetValue(column.Trim(), out string? field) ? field : null;

    private static string Unknown(string first, string second)
    {
        string? nearest = ColumnNames.Nearest(second);
        string hint = nearest is null ? "docs/csv-format.md lists all fields." : $"Did you mean {nearest}?";
        return $"The column map gives '{second}' for '{first}', but no field has that name. {hint}";
    }
}
