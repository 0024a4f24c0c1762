using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Engine.Operations.Cancellation;

/// <summary>Cancels IRNs (cancelirn) and settles what is in doubt by getirn.</summary>
public sealed class IrnCanceller
{
    private readonly OctaClient client;
    private readonly Canceller canceller;
    private readonly ServiceCalls<IrnResult> lookUps;

    /// <summary>A canceller for one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="resilience">Waits and limits.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public IrnCanceller(OctaClient client, ResilienceSettings resilience, RunState run, bool isSandbox)
    {
        this.client = client;
        canceller = new Canceller(resilience, run, OctaService.Irn, isSandbox);
        lookUps = new ServiceCalls<IrnResult>(run, OctaService.Irn);
    }

    /// <summary>Cancels one IRN, within 24 hours of its registration and while it has no active e-way bill.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remark">Remark, 1 to 100 characters.</param>
    /// <param name="cancellation">Ends it at once; a request in flight is then in doubt.</param>
    /// <returns>The outcome; this never throws for what a server does.</returns>
    public Task<CallOutcome<CancelResult>> CancelAsync(string gstin, string irn, IrnCancelReason reason, string remark, CancellationToken cancellation) =>
        canceller.CancelAsync(
            gstin,
            "IRN " + irn,
            new CancelResult { Gstin = gstin, Irn = irn },
            token => SendAsync(gstin, irn, reason, remark, token),
            (driver, token) => LookUpAsync(driver, gstin, irn, token),
            cancellation);

    private async Task<ServerAnswer<CancelResult>> SendAsync(string gstin, string irn, IrnCancelReason reason, string remark, CancellationToken cancellation)
    {
        ServerAnswer<CancelResult> answer = await client.CancelIrnAsync(gstin, irn, reason, remark, cancellation).ConfigureAwait(false);
        return IsOfAnother(irn, answer.Value?.Irn) ? answer.AsUnclear("The answer is about IRN " + answer.Value!.Irn + ".") : answer;
    }

    private async ValueTask<CancelFacts> LookUpAsync(MachineDriver driver, string gstin, string irn, CancellationToken cancellation)
    {
        ServerAnswer<IrnResult> answer = await driver.LookUpAsync(lookUps, token => client.GetIrnAsync(gstin, irn, ImageRequest.None, token), cancellation).ConfigureAwait(false);
        if (IsOfAnother(irn, answer.Value?.Irn))
            return new CancelFacts(AnswerKind.Unclear, []);
        bool isOurs = SignedQr.Read(answer.Value?.SignedQrCode) is not SignedQr signed || string.Equals(signed.SellerGstin, gstin, StringComparison.OrdinalIgnoreCase);
        return new CancelFacts(answer.Kind, answer.Codes, isOurs ? answer.Value?.IrnStatus ?? RecordStatus.Unknown : RecordStatus.Unknown);
    }

    private static bool IsOfAnother(string irn, string? answered) => answered is not null && !string.Equals(irn.Trim(), answered.Trim(), StringComparison.OrdinalIgnoreCase);
}
