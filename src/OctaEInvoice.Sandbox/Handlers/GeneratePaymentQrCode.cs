using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>POST generatepaymentqrcode: the payment QR code of a B2C document. Nothing is registered.</summary>
internal sealed class GeneratePaymentQrCode(SandboxPortal portal) : IHandler
{
    public string Method => "POST";

    public string Name => "generatepaymentqrcode";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, ImageWishes.Names);
        ImageWishes wishes = ImageWishes.Read(query);
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        WireChecker checker = new WireChecker().Only("TranDtls.SupTyp", "B2C").Optional("BuyerDtls.Gstin").Optional("BuyerDtls.Stcd").Optional("BuyerDtls.Pos");
        SandboxAnswer? wrongForm = BodyReader.Read(request.Body, WireSchema.Invoice, checker, out JsonDocument? json);
        using (json)
            return wrongForm ?? Answer(request.Body, wishes);
    }

    private SandboxAnswer Answer(ReadOnlyMemory<byte> body, ImageWishes wishes)
    {
        IssueList issues = new();
        OctaInvoice invoice = InvoiceJson.Read(body.Span, issues);
        if (portal.Triggers.Of(TriggerStep.Register, invoice.DocumentNumber!) is SandboxAnswer triggered)
            return triggered;
        IReadOnlyList<Issue> faults = DocumentRules.Check(invoice, issues, portal.Now.ToIndiaDate(), forPaymentQr: true);
        if (faults.Count > 0)
            return SandboxAnswer.BadRequest([.. faults.SelectMany(fault => DocumentRules.Errors(fault, invoice))]);
        string text = UpiText.Of(invoice);
        return SandboxAnswer.Success(writer =>
        {
            QrImages.Write(writer, text, wishes);
            writer.WriteString("PaymentQrCode", text);
        });
    }
}
