using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Images;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>GET getdocirninfo: Octa's own record of a document, of whatever age. It has neither format nor quality of the image.</summary>
internal sealed class GetDocumentIrnInfo(SandboxPortal portal, IrnAnswers answers) : IHandler
{
    public string Method => "GET";

    public string Name => "getdocirninfo";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, [.. DocumentQuery.Names, "qrcode", "pdf"]);
        DocumentQuery wanted = DocumentQuery.Read(query);
        ImageWishes wishes = new(query.YesNo("qrcode"), QrImageFormat.Png, QrImageQuality.High, query.YesNo("pdf"));
        return query.Refusal
            ?? portal.Triggers.Of(TriggerStep.LookUp, wanted.Number)
            ?? RecordAccess.ByDocument(portal, wanted, out IrnRecord? record)
            ?? answers.StoredIrn(record!, wishes);
    }
}
