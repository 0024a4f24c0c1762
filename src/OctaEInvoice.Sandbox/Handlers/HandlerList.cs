using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>The ten endpoints of octa-api.txt.</summary>
internal static class HandlerList
{
    internal static IReadOnlyList<IHandler> Of(SandboxPortal portal)
    {
        IrnAnswers answers = new(portal.Signer);
        return
        [
            new GenerateIrn(portal, answers),
            new CancelIrn(portal),
            new GetIrn(portal, answers),
            new GetIrnByDocument(portal, answers),
            new GenerateEwbByIrn(portal),
            new CancelEwb(portal),
            new GetEwbByIrn(portal),
            new GetGstin(portal),
            new GetDocumentIrnInfo(portal, answers),
            new GeneratePaymentQrCode(portal),
        ];
    }
}
