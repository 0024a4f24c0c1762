using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Fetches the e-way bills of registered documents (GET getewbbyirn).</summary>
[Cmdlet(VerbsCommon.Get, "OctaEwb")]
[OutputType(typeof(EwbResult))]
public sealed class GetOctaEwbCommand : IrnCommand
{
    private LookUp lookUp = null!;

    /// <summary>PDF of the e-way bill wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        lookUp = new LookUp(Client, new ImageRequest { Pdf = Pdf }, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IrnOrError(Irn) is string irn && GstinOrError(irn) is string gstin)
            SubmitCall(token => lookUp.EwbAsync(gstin, irn, token), answer => answer.ToErrorRecord($"E-way bill of IRN {irn}", irn));
    }
}
