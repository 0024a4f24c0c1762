using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>GET getirnbydoc: a document by type, number and date from the portal, with full data for three days.</summary>
internal sealed class GetIrnByDocument(SandboxPortal portal, IrnAnswers answers) : IHandler
{
    public string Method => "GET";

    public string Name => "getirnbydoc";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, [.. DocumentQuery.Names, .. ImageWishes.Names]);
        DocumentQuery wanted = DocumentQuery.Read(query);
        ImageWishes wishes = ImageWishes.Read(query);
        return query.Refusal
            ?? portal.Triggers.Of(TriggerStep.LookUp, wanted.Number)
            ?? RecordAccess.ByDocument(portal, wanted, out IrnRecord? record)
            ?? RecordAccess.IfTooOld(portal, record!)
            ?? answers.Irn(record!, wishes);
    }
}
