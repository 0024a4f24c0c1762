using OctaEInvoice.Sandbox.Answers;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Requests;

namespace OctaEInvoice.Sandbox.Endpoints;

/// <summary>GET getirn: a document by its IRN, with full data for three days.</summary>
internal sealed class GetIrn(SandboxPortal portal, IrnAnswers answers) : IEndpoint
{
    public string Method => "GET";

    public string Name => "getirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReading query = new(request.Query, ["gstin", "irn", .. ImageWishes.Names]);
        string gstin = query.Required("gstin");
        string irn = query.Required("irn");
        ImageWishes wishes = ImageWishes.Read(query);
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? refusal = RecordAccess.ByIrn(portal, gstin, irn, out IrnRecord? record) ?? RecordAccess.IfTooOld(portal, record!);
        return refusal ?? answers.Irn(record!, wishes);
    }
}
