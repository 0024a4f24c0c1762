using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Tests.Input;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>Every example file as rows, and each of its documents once more as JSON.</summary>
internal static class ExampleLines
{
    internal static IEnumerable<TranscriptLine> All() =>
    [
        .. OfRows("invoices.csv"),
        .. OfRows("broken.csv"),
        .. OfRows("own-columns.csv", ExampleFilesTests.OwnColumns()),
        .. OfJson("specification-sample.json", File.ReadAllBytes(RepositoryFiles.PathOf("examples", "specification-sample.json"))),
    ];

    private static IEnumerable<TranscriptLine> OfRows(string name, ColumnMap? map = null)
    {
        (string[] columns, List<string[]> rows) = CsvFile.Read(RepositoryFiles.PathOf("examples", name));
        SellerDetails?[] sellers = [null, new() { Gstin = SampleRow.Seller, LegalName = "Vindhya Mercantile Private Limited", Address1 = "Plot 14", Location = "Pune", Pin = 411026 }];
        for (int run = 0; run < 12; run++)
        {
            var intake = new InvoiceIntake(sellers[run / 6], map);
            foreach (string[] row in rows)
                intake.AddRow(columns, [.. row]);
            foreach (InvoiceDraft draft in intake.Complete())
            {
                string key = $"{name} {run} {draft.Rows[0].Number}";
                yield return new TranscriptLine(key, Transcript.Of(draft, Transcript.Settings(run)));
                if (run == 0)
                    foreach (TranscriptLine line in OfJson(key, InvoiceJson.Write(draft.Invoice)))
                        yield return line;
            }
            yield return new TranscriptLine($"{name} {run} columns", string.Join("\n", intake.ColumnWarnings));
        }
    }

    private static IEnumerable<TranscriptLine> OfJson(string name, byte[] json) =>
        new InvoiceIntake().AddJson(json).Select((draft, index) => new TranscriptLine($"{name} JSON {index}", Transcript.Of(draft, Transcript.Settings(index))));
}
