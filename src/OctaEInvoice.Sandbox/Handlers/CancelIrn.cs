using System.Text.Json;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>POST cancelirn: within 24 hours, once, and not while the e-way bill is in force.</summary>
internal sealed class CancelIrn(SandboxPortal portal) : IHandler
{
    public string Method => "POST";

    public string Name => "cancelirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, "gstin");
        string gstin = query.Seller();
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? wrongForm = BodyReader.Read(request.Body, WireSchema.CancelIrn, new WireChecker(), out JsonDocument? json);
        using (json)
            return wrongForm ?? Cancel(gstin, json!.RootElement.GetProperty("Irn").GetString()!);
    }

    private SandboxAnswer Cancel(string gstin, string irn)
    {
        SandboxAnswer? refusal = RecordAccess.ByIrn(portal, gstin, irn, "2148", out IrnRecord? record)
            ?? portal.Triggers.Of(TriggerStep.CancelIrn, record!.Key.Number);
        if (refusal is not null)
            return refusal;
        IndiaTime now = portal.Now;
        if (portal.Register.CancelIrn(record!.Key, now) is string code)
            return SandboxAnswer.Refusal(Codes.WithOctas(code));
        return SandboxAnswer.Success(writer =>
        {
            writer.WriteString("Irn", irn);
            writer.WriteString("CancelTime", now.ToWireString());
        });
    }
}
