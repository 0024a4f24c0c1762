using System.Text.Json;
using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Irns;
using OctaEInvoice.Sandbox.Answers;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Requests;

namespace OctaEInvoice.Sandbox.Endpoints;

/// <summary>POST generateirn: registers a document, and makes its e-way bill when it has transport fields.</summary>
internal sealed class GenerateIrn(SandboxPortal portal, IrnAnswers answers) : IEndpoint
{
    public string Method => "POST";

    public string Name => "generateirn";

    public SandboxAnswer Answer(HttpRequest request)
    {
        QueryReading query = new(request.Query, ImageWishes.Names);
        ImageWishes wishes = ImageWishes.Read(query);
        if (query.Refusal is SandboxAnswer wrongQuery)
            return wrongQuery;
        SandboxAnswer? wrongForm = DocumentReading.Read(request.Body, new WireChecking(), out JsonDocument? json);
        using (json)
            return wrongForm ?? Register(json!.RootElement, request.Body, wishes);
    }

    private SandboxAnswer Register(JsonElement document, ReadOnlyMemory<byte> body, ImageWishes wishes)
    {
        IndiaTime now = portal.Now;
        IssueList issues = new();
        OctaInvoice invoice = DocumentReading.Invoice(body, issues);
        IReadOnlyList<Issue> faults = DocumentRules.Check(invoice, issues, now.ToIndiaDate());
        ServerError[] errors = [.. faults.Where(fault => !DocumentRules.IsOfEwb(fault)).SelectMany(DocumentRules.Errors)];
        if (errors.Length > 0)
            return SandboxAnswer.BadRequest(errors);
        DocumentKey key = DocumentKey.Of(invoice)!.Value;
        EwbTerms? ewb = invoice.Transport is null || faults.Count > 0 ? null : EwbTerms.Of(invoice, now);
        IrnRecord? record = portal.Register.Register(key, now, ackNumber => Record(document, key, invoice, now, ackNumber), ewb, out IrnRecord? existing);
        return record is not null ? answers.Irn(record, wishes) : SandboxAnswer.Refusal(Codes.Of(existing!.IsActive ? "2150" : "2278"));
    }

    private static IrnRecord Record(JsonElement document, DocumentKey key, OctaInvoice invoice, IndiaTime now, long ackNumber)
    {
        string irn = IrnHash.Compute(key);
        return new IrnRecord
        {
            Key = key,
            Irn = irn,
            AckNumber = ackNumber,
            AckTime = now,
            DocumentDate = invoice.DocumentDate!.Value,
            InvoiceData = SignedTexts.Invoice(document, ackNumber, now, irn),
            QrData = SignedTexts.QrCode(document, now, irn),
        };
    }
}
