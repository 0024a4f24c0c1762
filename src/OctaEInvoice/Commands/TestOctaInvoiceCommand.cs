using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Masters;

namespace OctaEInvoice.Commands;

/// <summary>Checks documents offline by NIC's schema, rules and arithmetic. It calls no server.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OctaInvoice")]
[OutputType(typeof(bool), typeof(DocumentCheck))]
public sealed class TestOctaInvoiceCommand : PSCmdlet
{
    private PipelineDocuments documents = null!;
    private DraftChecker checker = null!;

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

    /// <summary>Promises that the rows of one document follow one another.</summary>
    [Parameter]
    public SwitchParameter Grouped { get; set; }

    /// <summary>Gives a result for each document, with its issues and its expected IRN, instead of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Warnings count as errors.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Production or Test; without it that of the open connection, else Production. Test GSTINs may have a wrong check digit.</summary>
    [Parameter]
    public OctaEnvironment Environment { get; set; }

    /// <summary>A folder with lists of your own (states.json, units.json, ...) that replace those that come along.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MasterPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        OctaEnvironment environment = MyInvocation.BoundParameters.ContainsKey(nameof(Environment))
            ? Environment
            : Session.Current?.Environment ?? OctaEnvironment.Production;
        documents = new PipelineDocuments(this, Sellers.OfSession(Gstin), ColumnMap, Grouped, WriteError, () => { });
        checker = DraftChecker.For(environment, Strict, Masters());
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
    }

    private MasterData? Masters()
    {
        if (MasterPath is null)
            return null;
        try
        {
            return MasterData.Load(GetUnresolvedProviderPathFromPSPath(MasterPath));
        }
        catch (MasterFileException fault)
        {
            ThrowTerminatingError(fault.ToRecord("OctaMasterFile", ErrorCategory.InvalidData, MasterPath, "Mend the file, or take it out of the folder to use the list that comes along."));
            return null;
        }
    }

    private void Write(InvoiceDraft draft)
    {
        bool isValid = checker.Check(draft) is not null;
        foreach (Issue issue in draft.Issues.All)
            WriteVerbose($"{draft.Invoice}: {issue.Severity}: {issue}");
        WriteObject(Detailed ? DocumentChecks.Of(draft) : isValid);
    }
}
