using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rows;

/// <summary>The columns of a run of rows, each tied to its field once for all rows that share them.</summary>
public sealed class RowColumns
{
    private readonly object?[] lastCells;

    private RowColumns(IReadOnlyList<string> names)
    {
        Names = names;
        Bindings = new CellBinding?[names.Count];
        lastCells = new object?[names.Count];
    }

    /// <summary>Names as given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Columns that name no field, each with a sentence for a warning.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    internal CellBinding?[] Bindings { get; }

    internal int SellerGstin { get; private set; } = -1;

    internal int Type { get; private set; } = -1;

    internal int Number { get; private set; } = -1;

    internal int Date { get; private set; } = -1;

    /// <summary>Ties columns to fields: by the map, by friendly name, by NIC's path.</summary>
    /// <param name="names">Names of the columns in order.</param>
    /// <param name="map">The user's own names, or null.</param>
    /// <returns>The tied columns.</returns>
    public static RowColumns Bind(IReadOnlyList<string> names, ColumnMap? map)
    {
        var columns = new RowColumns(names);
        var warnings = new List<string>();
        var taken = new Dictionary<(string, int), string>();
        for (int i = 0; i < names.Count; i++)
        {
            if (ColumnNames.Find(map?.FieldOf(names[i]) ?? names[i]) is not (FieldFacts facts, int entry))
                warnings.Add(UnknownColumn(names[i]));
            else if (taken.TryGetValue((facts.Path, entry), out string? first))
                warnings.Add($"Column '{names[i]}' is not read: column '{first}' gives {facts.Column} already.");
            else
            {
                taken.Add((facts.Path, entry), names[i]);
                columns.Bindings[i] = CellBinding.To(facts, entry);
                columns.Remember(facts.Path, i);
            }
        }
        columns.Warnings = warnings;
        return columns;
    }

    /// <summary>True when a row has these columns in this order.</summary>
    /// <param name="names">Names of the row's columns.</param>
    /// <returns>True when so.</returns>
    public bool Matches(IReadOnlyList<string> names)
    {
        if (names.Count != Names.Count)
            return false;
        for (int i = 0; i < names.Count; i++)
            if (!ReferenceEquals(names[i], Names[i]) && !string.Equals(names[i], Names[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    // Neighbouring rows repeat most header cells: sharing one string keeps a gathered file small.
    internal object? Shared(int column, object? cell)
    {
        if (cell is not string text)
            return cell;
        if (lastCells[column] is string last && string.Equals(last, text, StringComparison.Ordinal))
            return last;
        lastCells[column] = text;
        return text;
    }

    private static string UnknownColumn(string name)
    {
        string? nearest = ColumnNames.Nearest(name);
        return nearest is null
            ? $"Column '{name}' names no field and is not read; docs/csv-format.md lists all columns."
            : $"Column '{name}' names no field and is not read; did you mean {nearest}?";
    }

    private void Remember(string path, int index)
    {
        switch (path)
        {
            case "SellerDtls.Gstin": SellerGstin = index; break;
            case "DocDtls.Typ": Type = index; break;
            case "DocDtls.No": Number = index; break;
            case "DocDtls.Dt": Date = index; break;
            default: break;
        }
    }
}
