using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Commands;

/// <summary>Checks documents offline by NIC's schema, rules and arithmetic. It calls no server.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OctaInvoice")]
[OutputType(typeof(bool), typeof(DocumentCheck))]
public sealed class TestOctaInvoiceCommand : OfflineDocumentCommand
{
    private DraftChecker checker = null!;

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
        base.BeginProcessing();
        OctaEnvironment environment = MyInvocation.BoundParameters.ContainsKey(nameof(Environment))
            ? Environment
            : Session.Current?.Environment ?? OctaEnvironment.Production;
        checker = DraftChecker.For(environment, Strict, Masters());
    }

    private protected override void Take(InvoiceDraft draft)
    {
        bool isValid = checker.Check(draft) is not null;
        foreach (Issue issue in draft.Issues.All)
            WriteVerbose($"{draft.Invoice}: {issue.Severity}: {issue}");
        WriteObject(Detailed ? DocumentChecks.Of(draft) : isValid);
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
}
