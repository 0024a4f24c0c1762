using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>A command that takes documents and calls no server: the open connection only says whose they are.</summary>
public abstract class OfflineDocumentCommand : PSCmdlet
{
    private DocumentInput documents = null!;

    /// <summary>Rows of Import-Csv, nested objects, hashtables, documents, JSON text or files of JSON.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>GSTIN of the seller; documents of others are refused, rows without one get it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Gstin { get; set; }

    /// <summary>Names of your own columns: a hashtable, or the path of a .psd1 that holds one.</summary>
    [Parameter]
    [ColumnMapTransformation]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>Promises that the rows of one document follow one another: documents then stream in constant memory.</summary>
    [Parameter]
    public SwitchParameter Grouped { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        documents = new DocumentInput(this, Sellers.OfSession(Gstin), ColumnMap, Grouped, Session.Current?.Sandbox != false, WriteError, static () => { });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (InvoiceDraft draft in documents.Read(InputObject))
            Take(draft);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (InvoiceDraft draft in documents.Complete())
            Take(draft);
    }

    /// <summary>Does the command's work on one document.</summary>
    private protected abstract void Take(InvoiceDraft draft);
}
