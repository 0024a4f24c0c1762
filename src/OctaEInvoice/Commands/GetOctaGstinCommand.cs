using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Looks up taxpayers by GSTIN (GET getgstin).</summary>
[Cmdlet(VerbsCommon.Get, "OctaGstin")]
[OutputType(typeof(GstinInfo))]
public sealed class GetOctaGstinCommand : WindowedCommand
{
    private LookUp lookUp = null!;

    /// <summary>GSTIN to look up.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("BuyerGstin")]
    public string PartyGstin { get; set; } = null!;

    /// <summary>GSTIN of the seller who asks; without it the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Gstin { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        lookUp = new LookUp(Client, ImageRequest.None, Run, Opened.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string party = PartyGstin.Trim().ToUpperInvariant();
        if (GstinOrError(Gstin, party) is string gstin)
            SubmitCall(token => lookUp.TaxpayerAsync(gstin, party, token), answer => answer.ToErrorRecord($"GSTIN {party}", party));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Settle();
}
