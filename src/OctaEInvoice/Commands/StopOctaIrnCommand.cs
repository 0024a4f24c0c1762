using System.Management.Automation;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Operations.Cancellation;

namespace OctaEInvoice.Commands;

/// <summary>Cancels IRNs (POST cancelirn), within 24 hours of registration and while they have no active e-way bill. The number can't be used again.</summary>
[Cmdlet(VerbsLifecycle.Stop, "OctaIrn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Cancel-OctaIrn")]
[OutputType(typeof(CancelResult))]
public sealed class StopOctaIrnCommand : IrnCommand
{
    private IrnCanceller canceller = null!;

    /// <summary>Why: Duplicate (1), DataEntryMistake (2), OrderCancelled (3) or Others (4).</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CnlRsn")]
    public IrnCancelReason Reason { get; set; }

    /// <summary>Remark, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 100)]
    [Alias("CnlRem")]
    public string Remark { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        canceller = new IrnCanceller(Client, Resilience, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (IrnCancelReason reason, string remark) = (Reason, Remark);
        if (IrnOrError(Irn) is string irn && GstinOrError(irn) is string gstin && ShouldProcess($"IRN {irn} of {gstin}", $"Cancel for good ({reason})"))
            SubmitCall(token => canceller.CancelAsync(gstin, irn, reason, remark, token), irn);
    }
}
