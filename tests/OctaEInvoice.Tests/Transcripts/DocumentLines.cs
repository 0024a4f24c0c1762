using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Tests.Rules;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>Random documents that the schema allows, and good documents with random faults.</summary>
internal static class DocumentLines
{
    private const int Seed = 20261122;
    private const int Valid = 2000;
    private const int Faulty = 1500;

    internal static IEnumerable<TranscriptLine> All() => [.. OfGenerated(), .. OfFaulty()];

    private static IEnumerable<TranscriptLine> OfGenerated()
    {
        for (int i = 0; i < Valid; i++)
        {
            GeneratedDocument document = GeneratedDocument.Arbitrary.Generator.Sample(1, new Rnd(Seed + (ulong)i), 50).Single();
            InvoiceDraft draft = new InvoiceIntake().AddInvoice(document.ToInvoice(new IssueList()));
            yield return new TranscriptLine($"generated {i}", Transcript.Of(draft, Transcript.Settings(i)));
        }
    }

    private static IEnumerable<TranscriptLine> OfFaulty()
    {
        var random = new Random(Seed);
        for (int i = 0; i < Faulty; i++)
        {
            DocumentUnderTest document = random.Next(2) == 0 ? DocumentUnderTest.InterState() : DocumentUnderTest.SpecificationAmounts().WithLines(random.Next(1, 4));
            for (int faults = random.Next(1, 4); faults > 0; faults--)
                Spoil(document, random);
            InvoiceDraft draft = new InvoiceIntake().AddJson(document.Json)[0];
            yield return new TranscriptLine($"faulty {i}", Transcript.Of(draft, Transcript.Settings(i)));
        }
    }

    private static void Spoil(DocumentUnderTest document, Random random)
    {
        (_, string path, object value) = RefusedValues.All[random.Next(RefusedValues.All.Length)];
        FieldFacts facts = FieldTable.All[random.Next(FieldTable.All.Count)];
        object?[] values = StrangeValues.OfJson;
        if (random.Next(3) == 0)
            document.With(path, value);
        else
            document.With(facts.Path.Replace("[]", "[0]"), values[random.Next(values.Length)]);
    }
}
