using System.Management.Automation;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Operations.Cancellation;

namespace OctaEInvoice.Commands;

/// <summary>Cancels e-way bills (POST cancelewb), within 24 hours and before they were verified on the road.</summary>
[Cmdlet(VerbsLifecycle.Stop, "OctaEwb", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Cancel-OctaEwb")]
[OutputType(typeof(CancelResult))]
public sealed class StopOctaEwbCommand : SellerCommand
{
    private EwbCanceller canceller = null!;

    /// <summary>Number of the e-way bill, 12 digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [Alias("EwbNo")]
    public string? EwbNumber { get; set; }

    /// <summary>Why: Duplicate (1), OrderCancelled (2), DataEntryMistake (3) or Others (4).</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CancelRsnCode")]
    public EwbCancelReason Reason { get; set; }

    /// <summary>Remark, 1 to 50 characters.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 50)]
    [Alias("CancelRmrk")]
    public string Remark { get; set; } = null!;

    /// <summary>IRN of the document, which lets a cancellation in doubt be looked up.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Irn { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        canceller = new EwbCanceller(Client, Resilience, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (EwbCancelReason reason, string remark) = (Reason, Remark);
        string? irn = null;
        if (EwbNumberOrError(EwbNumber) is not string number || GstinOrError(number) is not string gstin)
            return;
        if (!string.IsNullOrWhiteSpace(Irn) && (irn = IrnOrError(Irn)) is null)
            return;
        if (ShouldProcess($"E-way bill {number} of {gstin}", $"Cancel for good ({reason})"))
            SubmitCall(token => canceller.CancelAsync(gstin, number, irn, reason, remark, token), number);
    }
}
