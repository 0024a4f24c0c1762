using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>GET getgstin: the details of a taxpayer.</summary>
internal sealed class GetGstin(SandboxPortal portal) : IHandler
{
    public string Method => "GET";

    public string Name => "getgstin";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, "gstin", "partygstin");
        query.Seller();
        string gstin = query.Required("partygstin");
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        if (!Gstin.IsWellFormed(gstin))
            return SandboxAnswer.BadRequest(Codes.Of("OCTA-152"));
        if (portal.Triggers.OfGstin(gstin) is SandboxAnswer triggered)
            return triggered;
        return TaxpayerRegister.Find(gstin) is Taxpayer taxpayer
            ? SandboxAnswer.Success(writer => GstinAnswers.Write(writer, taxpayer))
            : SandboxAnswer.Refusal(Codes.WithOctas("3028", gstin));
    }
}
