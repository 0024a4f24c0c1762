using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands;

/// <summary>Makes documents of rows, nested objects or JSON: grouped, typed, amounts computed. It calls no server.</summary>
[Cmdlet(VerbsData.ConvertTo, "OctaInvoice")]
[OutputType(typeof(OctaInvoice))]
public sealed class ConvertToOctaInvoiceCommand : OfflineDocumentCommand
{
    private WarningDigest warnings = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        warnings = new WarningDigest(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        warnings.Complete();
    }

    // A document that lost a value in reading must not go on as if it never had it.
    private protected override void Take(InvoiceDraft draft)
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
