namespace OctaEInvoice.Tests.Operations;

/// <summary>The tables of docs/reliability.md: ways through the state machines.</summary>
internal static class ReliabilityPage
{
    internal static TheoryData<string, string> Rows(string heading)
    {
        var rows = new TheoryData<string, string>();
        bool isInside = false;
        foreach (string line in File.ReadLines(RepositoryFiles.PathOf("docs", "reliability.md")))
        {
            if (line.StartsWith('#'))
                isInside = line == "### " + heading;
            else if (isInside && line.StartsWith("| `", StringComparison.Ordinal))
            {
                string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[0].Replace("`", "", StringComparison.Ordinal), cells[1]);
            }
        }
        return rows;
    }

    internal static string[] Answers(string cell) => cell.Split(',', StringSplitOptions.TrimEntries);
}
