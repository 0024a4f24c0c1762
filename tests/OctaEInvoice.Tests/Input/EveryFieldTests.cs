using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Input;

public class EveryFieldTests
{
    public static TheoryData<string> Paths
    {
        get
        {
            var paths = new TheoryData<string>();
            foreach (FieldFacts facts in FieldTable.All)
                paths.Add(facts.Path);
            return paths;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_field_of_a_flat_row_stands_at_its_path_in_the_JSON(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        Assert.Equal(OnTheWire(facts), Written(facts, facts.Column));
        Assert.Equal(OnTheWire(facts), Written(facts, facts.Path));
        Assert.Equal(OnTheWire(facts), Written(facts, facts.Path.Replace("[]", "", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_sample_of_a_field_passes_its_schema(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        var draft = Intake.Draft(RowWith(facts, facts.Column));
        InvoiceShapes.Invoice.Check(draft.Invoice, new SchemaChecker(draft.Issues, draft.Invoice));
        Assert.DoesNotContain(draft.Issues.All, issue => issue.Column == facts.Column);
    }

    // The IRN is read and never sent: the portal computes it.
    private static string? OnTheWire(FieldFacts facts) => facts.Path == "Irn" ? null : FieldSamples.Wire(facts);

    private static string? Written(FieldFacts facts, string column)
    {
        OctaInvoice invoice = Intake.Invoice(RowWith(facts, column));
        using JsonDocument json = JsonDocument.Parse(InvoiceJson.Write(invoice));
        JsonElement element = json.RootElement;
        foreach (string name in facts.Path.Split('.'))
        {
            if (!element.TryGetProperty(name.Replace("[]", "", StringComparison.Ordinal), out element))
                return null;
            if (element.ValueKind == JsonValueKind.Array)
                element = Assert.Single(element.EnumerateArray());
        }
        return element.GetRawText();
    }

    private static Dictionary<string, object?> RowWith(FieldFacts facts, string column)
    {
        Dictionary<string, object?> row = SampleRow.Without(facts.Column);
        row[column] = FieldSamples.Cell(facts);
        return row;
    }
}
