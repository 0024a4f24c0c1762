using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>GET getewbbyirn: the latest e-way bill of a document.</summary>
internal sealed class GetEwbByIrn(SandboxPortal portal) : IHandler
{
    public string Method => "GET";

    public string Name => "getewbbyirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, "gstin", "irn", "pdf");
        string gstin = query.Seller();
        string irn = query.Irn();
        bool pdf = query.YesNo("pdf");
        return query.Refusal
            ?? RecordAccess.ByIrn(portal, gstin, irn, "4003", out IrnRecord? record)
            ?? portal.Triggers.Of(TriggerStep.Ewb, record!.Key.Number)
            ?? (record!.Ewb is null ? SandboxAnswer.Refusal(Codes.WithOctas("4005")) : EwbAnswers.Ewb(record, pdf));
    }
}
