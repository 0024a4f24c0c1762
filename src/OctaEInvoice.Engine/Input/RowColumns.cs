namespace OctaEInvoice.Engine.Input;

/// <summary>The columns of a run of rows, each tied to its field once for all rows that share them.</summary>
public sealed class RowColumns
{
    private readonly object?[] lastCells;

    private RowColumns(IReadOnlyList<string> names, IndiaDate? countedFrom)
    {
        Names = names;
        CountedFrom = countedFrom;
        Fields = new FoundColumn?[names.Count];
        lastCells = new object?[names.Count];
    }

    /// <summary>Names as given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Columns that name no field, each with a sentence for a warning.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The field of each column; null for one that is not read.</summary>
    internal FoundColumn?[] Fields { get; }

    /// <summary>Today in India, where days such as D-3 are read; null where they are refused.</summary>
    internal IndiaDate? CountedFrom { get; }

    internal int SellerGstin { get; private set; } = -1;

    internal int Type { get; private set; } = -1;

    internal int Number { get; private set; } = -1;

    internal int Date { get; private set; } = -1;

    /// <summary>Ties columns to fields: by the map, by friendly name, by NIC's path, in this order where several columns give one field.</summary>
    /// <param name="names">Names of the columns in order.</param>
    /// <param name="map">The user's own names, or null.</param>
    /// <param name="countedFrom">Today in India, where days such as D-3 are read, as in examples; null where they are refused.</param>
    /// <returns>The tied columns.</returns>
    public static RowColumns Bind(IReadOnlyList<string> names, ColumnMap? map, IndiaDate? countedFrom = null)
    {
        var columns = new RowColumns(names, countedFrom);
        var found = new FoundColumn?[names.Count];
        var best = new Dictionary<(string, int), int>();
        for (int i = 0; i < names.Count; i++)
        {
            found[i] = ColumnNames.Find(names[i], map);
            if (found[i] is not FoundColumn column)
                continue;
            (string, int) field = (column.Facts.Path, column.Entry);
            if (!best.TryGetValue(field, out int other) || column.FoundBy < found[other]!.FoundBy)
                best[field] = i;
        }
        columns.Warnings = columns.Tie(found, best);
        return columns;
    }

    /// <summary>True when a row has these columns in this order.</summary>
    /// <param name="names">Names of the row's columns.</param>
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

    private List<string> Tie(FoundColumn?[] found, Dictionary<(string, int), int> best)
    {
        var warnings = new List<string>();
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is not FoundColumn column)
            {
                warnings.Add(UnknownColumn(Names[i]));
                continue;
            }
            int chosen = best[(column.Facts.Path, column.Entry)];
            if (chosen != i)
            {
                warnings.Add($"Column '{Names[i]}' is not read: column '{Names[chosen]}' gives {column.Facts.Column} already.");
                continue;
            }
            Fields[i] = column;
            Remember(column.Facts.Path, i);
        }
        return warnings;
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
