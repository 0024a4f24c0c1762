using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>POST cancelewb: within 24 hours and once.</summary>
internal sealed class CancelEwb(SandboxPortal portal) : IHandler
{
    public string Method => "POST";

    public string Name => "cancelewb";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, "gstin");
        string gstin = query.Seller();
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? wrongForm = BodyReader.Read(request.Body, WireSchema.CancelEwb, new WireChecker(), out JsonDocument? json);
        using (json)
            return wrongForm ?? Cancel(gstin, json!.RootElement.GetProperty("ewbNo").GetString()!);
    }

    private SandboxAnswer Cancel(string gstin, string number)
    {
        long ewbNumber = long.Parse(number, CultureInfo.InvariantCulture);
        if (portal.Register.FindByEwb(ewbNumber) is not IrnRecord record)
            return SandboxAnswer.Refusal(Codes.WithOctas("4007"));
        if (record.Key.SellerGstin != gstin)
            return SandboxAnswer.Refusal(Codes.WithOctas("4057"));
        if (portal.Triggers.Of(TriggerStep.CancelEwb, record.Key.Number) is SandboxAnswer triggered)
            return triggered;
        IndiaTime now = portal.Now;
        return portal.Register.CancelEwb(ewbNumber, now) is string code
            ? SandboxAnswer.Refusal(Codes.WithOctas(code))
            : SandboxAnswer.Success(writer => writer.WriteString("CancelTime", now.ToWireString()));
    }
}
