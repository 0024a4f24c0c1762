using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Rows;

namespace OctaEInvoice.Commands.Input;

/// <summary>The drafts of one command's input, whichever way it came; what can't be read becomes an error record and nothing else is lost.</summary>
internal sealed class PipelineDocuments
{
    private readonly PSCmdlet command;
    private readonly InvoiceIntake intake;
    private readonly DocumentReader reader;
    private readonly Action<ErrorRecord> fail;
    private readonly Action settle;

    /// <param name="command">The command that reads.</param>
    /// <param name="seller">The connection's seller, or null.</param>
    /// <param name="columnMap">Names of the user's columns, or null.</param>
    /// <param name="isGrouped">The promise that rows of one document follow one another.</param>
    /// <param name="isForSandbox">True when the documents go to a sandbox or nowhere: days counted from today, as in the examples, are then read.</param>
    /// <param name="fail">Takes errors about input.</param>
    /// <param name="settle">Called before the command is ended.</param>
    internal PipelineDocuments(PSCmdlet command, SellerDetails? seller, Hashtable? columnMap, bool isGrouped, bool isForSandbox, Action<ErrorRecord> fail, Action settle)
    {
        this.command = command;
        this.fail = fail;
        this.settle = settle;
        intake = new InvoiceIntake(seller, ColumnMaps.Read(command, columnMap), isGrouped, isForSandbox ? TimeProvider.System : null);
        reader = new DocumentReader(intake);
    }

    /// <summary>The drafts that one pipeline object completes.</summary>
    internal IReadOnlyList<InvoiceDraft> Of(PSObject input) => Read(input, () => reader.Read(input));

    /// <summary>The drafts of files of JSON.</summary>
    internal IEnumerable<InvoiceDraft> OfFiles(string[] paths, bool withWildcards)
    {
        foreach (string file in Files.Resolve(command, paths, withWildcards))
            foreach (InvoiceDraft draft in Read(file, () => reader.ReadFile(file, file)))
                yield return draft;
    }

    /// <summary>The drafts that the end of the input completes.</summary>
    internal IEnumerable<InvoiceDraft> Complete()
    {
        foreach (InvoiceDraft draft in Read(null, reader.Complete))
            yield return draft;
        foreach (InvoiceDraft draft in intake.Complete())
            yield return draft;
    }

    private IReadOnlyList<InvoiceDraft> Read(object? target, Func<IReadOnlyList<InvoiceDraft>> read)
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
