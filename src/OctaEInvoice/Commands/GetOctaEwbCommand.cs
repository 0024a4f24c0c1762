using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Fetches the e-way bills of registered documents (GET getewbbyirn).</summary>
[Cmdlet(VerbsCommon.Get, "OctaEwb")]
[OutputType(typeof(EwbResult))]
public sealed class GetOctaEwbCommand : WindowedCommand
{
    private LookUp lookUp = null!;

    /// <summary>IRN of the document, 64 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Irn { get; set; }

    /// <summary>GSTIN of the seller; without it the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Gstin { get; set; }

    /// <summary>PDF of the e-way bill wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        lookUp = new LookUp(Client, new ImageRequest { Pdf = Pdf }, Run, Opened.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IrnOrError(Irn) is string irn && GstinOrError(Gstin, irn) is string gstin)
            SubmitCall(token => lookUp.EwbAsync(gstin, irn, token), answer => answer.ToErrorRecord($"E-way bill of IRN {irn}", irn));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Settle();
}
