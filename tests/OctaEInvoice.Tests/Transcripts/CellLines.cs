using System.Globalization;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Tests.Input;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>Every column with every strange cell in a good row.</summary>
internal static class CellLines
{
    internal static IEnumerable<TranscriptLine> All()
    {
        foreach (string column in FieldTable.All.Select(facts => facts.Column).Distinct())
            for (int i = 0; i < StrangeValues.OfCells.Length; i++)
                yield return new TranscriptLine($"cell {column} {i.ToString(CultureInfo.InvariantCulture)}", OfRow(SampleRow.With((column, StrangeValues.OfCells[i])), i));
    }

    private static string OfRow(Dictionary<string, object?> row, int index) =>
        string.Join("\n", Intake.Drafts(row).Select(draft => Transcript.Of(draft, Transcript.Settings(index))));
}
