using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>POST generateirn: registers a document, and makes its e-way bill when it has transport fields.</summary>
internal sealed class GenerateIrn(SandboxPortal portal, IrnAnswers answers) : IHandler
{
    public string Method => "POST";

    public string Name => "generateirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReader query = new(request.Query, ImageWishes.Names);
        ImageWishes wishes = ImageWishes.Read(query);
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? wrongForm = BodyReader.Read(request.Body, WireSchema.Invoice, new WireChecker(), out JsonDocument? json);
        using (json)
            return wrongForm ?? Answer(json!.RootElement, request.Body, wishes);
    }

    private SandboxAnswer Answer(JsonElement document, ReadOnlyMemory<byte> body, ImageWishes wishes)
    {
        IssueList issues = new();
        // The exact names and values are checked by now: the Engine's tolerant reader can only find what is there.
        OctaInvoice invoice = InvoiceJson.Read(body.Span, issues);
        string number = invoice.DocumentNumber!;
        if (portal.Triggers.Of(TriggerStep.Register, number) is SandboxAnswer triggered)
            return triggered;
        IndiaTime now = portal.Now;
        IReadOnlyList<Issue> faults = DocumentRules.Check(invoice, issues, now.ToIndiaDate());
        ServerError[] errors = [.. faults.Where(fault => !DocumentRules.IsOfEwb(fault)).SelectMany(fault => DocumentRules.Errors(fault, invoice))];
        if (errors.Length > 0)
            return SandboxAnswer.BadRequest(errors);
        if (DocumentRules.Parties(invoice) is ServerError[] parties)
            return SandboxAnswer.BadRequest(parties);
        string? refusal = portal.Register.Register(DocumentKey.Of(invoice)!.Value, document, now, EwbOf(invoice, faults, now), out IrnRecord? record);
        if (refusal is not null)
            return SandboxAnswer.Refusal(Codes.WithOctas(refusal));
        return portal.Triggers.Of(TriggerStep.Done, number) ?? answers.Irn(record!, wishes);
    }

    /// <summary>The terms of the e-way bill; null when none is asked for, or the document is to be registered without the one it asks for.</summary>
    private EwbTerms? EwbOf(OctaInvoice invoice, IReadOnlyList<Issue> faults, IndiaTime now)
    {
        if (invoice.Transport is null || EwbDesk.Refusals(invoice, faults).Length > 0)
            return null;
        return portal.Triggers.Of(TriggerStep.Ewb, invoice.DocumentNumber!) is null ? EwbTerms.Of(invoice, now) : null;
    }
}
