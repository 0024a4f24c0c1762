using OctaEInvoice.Sandbox.Answers;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Requests;
using OctaEInvoice.Sandbox.Triggers;

namespace OctaEInvoice.Sandbox.Endpoints;

/// <summary>GET getirnbydoc: a document by type, number and date from the portal, with full data for three days.</summary>
internal sealed class GetIrnByDocument(SandboxPortal portal, IrnAnswers answers) : IEndpoint
{
    public string Method => "GET";

    public string Name => "getirnbydoc";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReading query = new(request.Query, [.. DocumentQuery.Names, .. ImageWishes.Names]);
        DocumentQuery wanted = DocumentQuery.Read(query);
        ImageWishes wishes = ImageWishes.Read(query);
        return query.Refusal
            ?? portal.Triggers.Of(TriggerStep.LookUp, wanted.Number)
            ?? RecordAccess.ByDocument(portal, wanted, out IrnRecord? record)
            ?? RecordAccess.IfTooOld(portal, record!)
            ?? answers.Irn(record!, wishes);
    }
}
