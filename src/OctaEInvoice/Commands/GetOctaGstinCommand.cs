using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Looks up taxpayers by GSTIN (GET getgstin).</summary>
[Cmdlet(VerbsCommon.Get, "OctaGstin")]
[OutputType(typeof(GstinInfo))]
public sealed class GetOctaGstinCommand : SellerCommand
{
    private LookUp lookUp = null!;

    /// <summary>GSTIN to look up.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("BuyerGstin")]
    public string PartyGstin { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        lookUp = new LookUp(Client, ImageRequest.None, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string party = PartyGstin.Trim().ToUpperInvariant();
        if (GstinOrError(party) is string gstin)
            SubmitCall(token => lookUp.TaxpayerAsync(gstin, party, token), answer => answer.ToErrorRecord($"GSTIN {party}", party));
    }
}
