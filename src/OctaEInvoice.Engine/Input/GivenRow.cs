using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Engine.Input;

/// <summary>One row of the input, kept small: its cells, and the columns it shares with its neighbours.</summary>
public sealed class GivenRow
{
    private readonly object?[] cells;

    /// <summary>Keeps a row.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="cells">Its cells in the columns' order.</param>
    /// <param name="number">Its number in the input, from 1, headers not counted.</param>
    public GivenRow(RowColumns columns, object?[] cells, int number)
    {
        Columns = columns;
        Number = number;
        this.cells = cells;
        for (int i = 0; i < cells.Length; i++)
            cells[i] = columns.Shared(i, cells[i]);
    }

    /// <summary>Its columns.</summary>
    public RowColumns Columns { get; }

    /// <summary>Its number in the input, from 1, headers not counted.</summary>
    public int Number { get; }

    /// <summary>The cell of a column as it was given.</summary>
    /// <param name="column">Index of the column.</param>
    /// <returns>The cell.</returns>
    public object? this[int column] => cells[column];

    /// <summary>True when no cell holds anything: such rows are skipped.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (object? cell in cells)
                if (!GivenValue.From(cell).IsNone)
                    return false;
            return true;
        }
    }

    internal GivenValue Value(int column)
    {
        if (column < 0)
            return GivenValue.None;
        GivenValue value = GivenValue.From(cells[column]);
        return Columns.CountedFrom is IndiaDate today && Columns.Fields[column] is { Facts.IsDate: true } ? value.CountedFrom(today) : value;
    }
}
