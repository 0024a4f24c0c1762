using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>GET getirn: a document by its IRN, with full data for three days.</summary>
internal sealed class GetIrn(SandboxPortal portal, IrnAnswers answers) : IHandler
{
    public string Method => "GET";

    public string Name => "getirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, ["gstin", "irn", .. ImageWishes.Names]);
        string gstin = query.Seller();
        string irn = query.Irn();
        ImageWishes wishes = ImageWishes.Read(query);
        return query.Refusal
            ?? RecordAccess.ByIrn(portal, gstin, irn, "2148", out IrnRecord? record)
            ?? portal.Triggers.Of(TriggerStep.LookUp, record!.Key.Number)
            ?? RecordAccess.IfTooOld(portal, record!)
            ?? answers.Irn(record!, wishes);
    }
}
