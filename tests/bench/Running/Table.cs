using System.Globalization;
using System.Text;

namespace OctaEInvoice.Bench.Running;

/// <summary>A table that reads well in a terminal and is Markdown as well.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> rows = [];

    internal void Add(params string[] cells) => rows.Add(cells);

    internal void Print()
    {
        int[] widths = [.. columns.Select((column, index) => Math.Max(column.Length, rows.Select(row => row[index].Length).DefaultIfEmpty().Max()))];
        var text = new StringBuilder();
        Append(text, columns, widths);
        Append(text, [.. widths.Select((width, index) => new string('-', width - (index == 0 ? 0 : 1)) + (index == 0 ? "" : ":"))], widths);
        foreach (string[] row in rows)
            Append(text, row, widths);
        Console.WriteLine(text);
    }

    internal static string Number(double value, string format = "#,0") => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        for (int i = 0; i < cells.Length; i++)
            text.Append("| ").Append(i == 0 ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i])).Append(' ');
        text.AppendLine("|");
    }
}
