using System.Text;

namespace OctaEInvoice.Tests.Input;

/// <summary>Reads a CSV file as Import-Csv does: the first line names the columns, quoted cells may hold commas, quotes and line breaks.</summary>
internal static class CsvFile
{
    internal static (string[] Columns, List<string[]> Rows) Read(string path)
    {
        List<string[]> lines = Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        string[] columns = lines[0];
        lines.RemoveAt(0);
        return (columns, lines);
    }

    private static List<string[]> Parse(string text)
    {
        var lines = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n'))
                cell.Append(c);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    lines.Add([.. cells]);
                    cells.Clear();
                }
            }
        }
        return lines;
    }
}
