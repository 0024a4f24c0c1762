using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Cancellation;

/// <summary>Cancels e-way bills (cancelewb) and settles what is in doubt by getewbbyirn where the IRN is known.</summary>
public sealed class EwbCanceller
{
    private readonly OctaClient client;
    private readonly Canceller canceller;
    private readonly ServiceCalls<EwbResult> lookUps;

    /// <summary>A canceller for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="resilience">Waits and limits.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public EwbCanceller(OctaClient client, ResilienceSettings resilience, RunState run, bool isSandbox)
    {
        this.client = client;
        canceller = new Canceller(resilience, run, OctaService.Ewb, isSandbox);
        lookUps = new ServiceCalls<EwbResult>(run, OctaService.Ewb);
    }

    /// <summary>Cancels one e-way bill, within 24 hours and before it was verified on the road.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="ewbNumber">Number of the e-way bill, 12 digits.</param>
    /// <param name="irn">IRN of its document, which lets a cancellation in doubt be looked up; null when it is not known.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remark">Remark, 1 to 50 characters.</param>
    /// <param name="cancellation">Ends it at once; a request in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server does.</returns>
    public Task<CallOutcome<CancelResult>> CancelAsync(string gstin, string ewbNumber, string? irn, EwbCancelReason reason, string remark, CancellationToken cancellation) =>
        canceller.CancelAsync(
            gstin,
            "E-way bill " + ewbNumber,
            new CancelResult { Gstin = gstin, EwbNumber = ewbNumber, Irn = irn },
            token => client.CancelEwbAsync(gstin, ewbNumber, reason, remark, token),
            irn is null ? null : (driver, token) => LookUpAsync(driver, gstin, ewbNumber, irn, token),
            cancellation);

    // Another number under the IRN says nothing of this one.
    private async ValueTask<CancelFacts> LookUpAsync(MachineDriver driver, string gstin, string ewbNumber, string irn, CancellationToken cancellation)
    {
        ServerAnswer<EwbResult> answer = await driver.LookUpAsync(lookUps, token => client.GetEwbByIrnAsync(gstin, irn, pdf: false, token), cancellation).ConfigureAwait(false);
        RecordStatus status = answer.Value is EwbResult ewb && ewb.EwbNumber == ewbNumber ? ewb.EwbStatus : RecordStatus.Unknown;
        return new CancelFacts(answer.Kind, answer.Codes, status);
    }
}
