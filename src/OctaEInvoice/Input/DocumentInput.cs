using System.Collections;
using System.Data;
using System.Management.Automation;
using System.Text.Json;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands.Input;

/// <summary>
/// The documents of one command's input: tells what each object of the pipeline is, reads it, and makes an error record of one
/// that can't be read, so that the others go on.
/// </summary>
internal sealed class DocumentInput
{
    private readonly PSCmdlet command;
    private readonly InvoiceIntake intake;
    private readonly JsonTextGatherer texts = new();
    private readonly Action<ErrorRecord> fail;
    private readonly Action settle;

    /// <param name="command">The command that reads.</param>
    /// <param name="seller">The connection's seller, or null.</param>
    /// <param name="columnMap">Names of the user's columns, or null.</param>
    /// <param name="isGrouped">The promise that rows of one document follow one another.</param>
    /// <param name="isForSandbox">True when the documents go to a sandbox or nowhere: days counted from today, as in the examples, are then read.</param>
    /// <param name="fail">Takes errors about input.</param>
    /// <param name="settle">Called before the command is ended.</param>
    internal DocumentInput(PSCmdlet command, SellerDetails? seller, Hashtable? columnMap, bool isGrouped, bool isForSandbox, Action<ErrorRecord> fail, Action settle)
    {
        this.command = command;
        this.fail = fail;
        this.settle = settle;
        intake = new InvoiceIntake(seller, ColumnMaps.Read(command, columnMap), isGrouped, isForSandbox ? TimeProvider.System : null);
    }

    /// <summary>The drafts that one pipeline object completes: none while its document goes on in the next row or line.</summary>
    internal IReadOnlyList<InvoiceDraft> Read(PSObject input) => ReadOrFail(input, () => DraftsOf(input));

    /// <summary>The drafts of files of JSON.</summary>
    internal IEnumerable<InvoiceDraft> ReadFiles(string[] paths, bool withWildcards)
    {
        foreach (string file in Files.Resolve(command, paths, withWildcards))
            foreach (InvoiceDraft draft in ReadOrFail(file, () => DraftsOfFile(file, file)))
                yield return draft;
    }

    /// <summary>The drafts that the end of the input completes.</summary>
    internal IEnumerable<InvoiceDraft> Complete()
    {
        foreach (InvoiceDraft draft in ReadOrFail(null, DraftsOfUnfinishedText))
            yield return draft;
        foreach (InvoiceDraft draft in intake.Complete())
            yield return draft;
    }

    private IReadOnlyList<InvoiceDraft> DraftsOf(PSObject input) => input.BaseObject switch
    {
        string text => DraftsOfText(text),
        FileInfo file => DraftsOfFile(file.FullName, input),
        OctaInvoice invoice => [intake.AddInvoice(invoice, input)],
        _ => DraftsOfObject(input),
    };

    private IReadOnlyList<InvoiceDraft> DraftsOfText(string line) => texts.Add(line) is string text ? intake.AddJson(text, text) : [];

    private IReadOnlyList<InvoiceDraft> DraftsOfUnfinishedText() => texts.HasRest ? intake.AddJson(texts.Take()) : [];

    private IReadOnlyList<InvoiceDraft> DraftsOfFile(string path, object source)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"'{path}' is a CSV file, and files are read as JSON. Use: Import-Csv '{path}' -Encoding UTF8 | ...");
        return intake.AddJson(File.ReadAllBytes(path), source);
    }

    // An object's properties are costly to read, so they are read once: their names tell a nested document from a row.
    private IReadOnlyList<InvoiceDraft> DraftsOfObject(PSObject input)
    {
        PropertyReader.Read(input, out List<string> names, out List<object?> values);
        if (names.Count == 0 && input.BaseObject is ValueType)
            throw new InvalidDataException($"A value of type {input.BaseObject.GetType().Name} is neither a row nor a document.");
        if (input.BaseObject is not DataRow && PropertyReader.HasParts(names))
            return intake.AddJson(NestedObjectJson.Write(input), input);
        return intake.AddRow(names, [.. values]) is InvoiceDraft draft ? [draft] : [];
    }

    private IReadOnlyList<InvoiceDraft> ReadOrFail(object? target, Func<IReadOnlyList<InvoiceDraft>> read)
    {
        IReadOnlyList<InvoiceDraft> drafts = [];
        try
        {
            drafts = read();
        }
        catch (LateRowException late)
        {
            settle();
            command.ThrowTerminatingError(late.ToRecord("OctaLateRow", ErrorCategory.InvalidData, target, "Sort the file by document number, or leave out -Grouped."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or IOException or UnauthorizedAccessException or GetValueException)
        {
            fail(fault.ToUnreadableRecord(target));
        }
        while (intake.ColumnWarnings.Count > 0)
            command.WriteWarning(intake.ColumnWarnings.Dequeue());
        return drafts;
    }
}
