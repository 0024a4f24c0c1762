using System.Data;
using System.Management.Automation;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Json;

namespace OctaEInvoice.Commands.Input;

/// <summary>Feeds an intake with what a pipeline brings.</summary>
internal sealed class DocumentReader(InvoiceIntake intake)
{
    private readonly JsonTextGathering texts = new();

    /// <summary>Takes one pipeline object.</summary>
    /// <returns>The drafts that it completes.</returns>
    internal IReadOnlyList<InvoiceDraft> Read(PSObject input)
    {
        switch (PropertyReader.KindOf(input))
        {
            case InputKind.Text:
                return texts.Add((string)input.BaseObject) is string text ? intake.AddJson(text, text) : [];
            case InputKind.File:
                return ReadFile(((FileInfo)input.BaseObject).FullName, input);
            case InputKind.Invoice:
                return [intake.AddInvoice((OctaInvoice)input.BaseObject, input)];
            default:
                return ReadObject(input);
        }
    }

    // The names that a row needs tell a nested document too; an object's properties are costly to go through twice.
    private IReadOnlyList<InvoiceDraft> ReadObject(PSObject input)
    {
        PropertyReader.Read(input, out List<string> names, out List<object?> values);
        if (names.Count == 0 && input.BaseObject is ValueType)
            throw new InvalidDataException($"A value of type {input.BaseObject.GetType().Name} is neither a row nor a document.");
        if (input.BaseObject is not DataRow && PropertyReader.HasParts(names))
            return intake.AddJson(NestedObjectJson.Write(input), input);
        return intake.AddRow(names, [.. values]) is InvoiceDraft draft ? [draft] : [];
    }

    /// <summary>Takes a file of JSON.</summary>
    internal IReadOnlyList<InvoiceDraft> ReadFile(string path, object source)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"'{path}' is a CSV file, and files are read as JSON. Use: Import-Csv '{path}' -Encoding UTF8 | ...");
        return intake.AddJson(File.ReadAllBytes(path), source);
    }

    /// <summary>Takes what is left of JSON text whose end never came.</summary>
    internal IReadOnlyList<InvoiceDraft> Complete() => texts.HasRest ? intake.AddJson(texts.Take()) : [];
}
