using System.Text.Json;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>POST generateewbbyirn: the e-way bill of a document that is registered already.</summary>
internal sealed class GenerateEwbByIrn(SandboxPortal portal) : IHandler
{
    public string Method => "POST";

    public string Name => "generateewbbyirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, "gstin", "pdf");
        string gstin = query.Seller();
        bool pdf = query.YesNo("pdf");
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? wrongForm = BodyReader.Read(request.Body, WireSchema.EwbByIrn, new WireChecker(), out JsonDocument? json);
        using (json)
            return wrongForm ?? Make(gstin, json!.RootElement, pdf);
    }

    private SandboxAnswer Make(string gstin, JsonElement request, bool pdf)
    {
        SandboxAnswer? refusal = RecordAccess.ByIrn(portal, gstin, request.GetProperty("Irn").GetString()!, "4003", out IrnRecord? record)
            ?? portal.Triggers.Of(TriggerStep.Ewb, record!.Key.Number);
        if (refusal is not null)
            return refusal;
        IndiaTime now = portal.Now;
        OctaInvoice invoice = EwbConsignment.Complete(StoredInvoice.Read(record!), request);
        ServerError[] errors = EwbDesk.Refusals(invoice, now.ToIndiaDate());
        if (errors.Length > 0)
            return SandboxAnswer.BadRequest(errors);
        return portal.Register.AddEwb(record!.Key, now, EwbTerms.Of(invoice, now), out EwbRecord? ewb) is string code
            ? SandboxAnswer.Refusal(Codes.WithOctas(code))
            : EwbAnswers.Ewb(record with { Ewb = ewb }, pdf);
    }
}
