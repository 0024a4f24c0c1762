using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Drafts;

namespace OctaEInvoice.Commands;

/// <summary>Makes documents of rows, nested objects or JSON: grouped, typed, amounts computed. It calls no server.</summary>
[Cmdlet(VerbsData.ConvertTo, "OctaInvoice")]
[OutputType(typeof(OctaInvoice))]
public sealed class ConvertToOctaInvoiceCommand : PSCmdlet
{
    private PipelineDocuments documents = null!;
    private WarningDigest warnings = null!;

    /// <summary>Rows of Import-Csv, nested objects, hashtables, JSON text or files of JSON.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>GSTIN of the seller; rows of others are refused, rows without one get it.</summary>
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
    protected override void BeginProcessing()
    {
        documents = new PipelineDocuments(this, Sellers.OfSession(Gstin), ColumnMap, Grouped, Session.Current?.Sandbox != false, WriteError, () => { });
        warnings = new WarningDigest(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (InvoiceDraft draft in documents.Of(InputObject))
            Write(draft);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (InvoiceDraft draft in documents.Complete())
            Write(draft);
        warnings.Complete();
    }

    // A document that lost a value in reading must not go on as if it never had it.
    private void Write(InvoiceDraft draft)
    {
        foreach (string note in draft.Notes)
            WriteVerbose(note);
        if (draft.Issues.HasErrors)
        {
            WriteError(draft.ToErrorRecord());
            return;
        }
        warnings.Add(draft);
        WriteObject(draft.Invoice);
    }
}
