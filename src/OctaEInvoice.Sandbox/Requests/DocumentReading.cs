using System.Text.Json;
using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Json;
using OctaEInvoice.Sandbox.Answers;

namespace OctaEInvoice.Sandbox.Requests;

/// <summary>Reads the document of a request: first the exact wire form, then what it says.</summary>
internal static class DocumentReading
{
    /// <summary>NIC takes at most 2 MB.</summary>
    internal const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="checking">Takes what is wrong with the wire form.</param>
    /// <param name="document">The JSON, to be disposed of; null when there is none.</param>
    /// <returns>The refusal; null when the document has the right form.</returns>
    internal static SandboxAnswer? Read(ReadOnlyMemory<byte> body, WireChecking checking, out JsonDocument? document)
    {
        document = null;
        if (body.Length > MostBytes)
            return SandboxAnswer.BadRequest(Codes.Invalid($"The request has {body.Length} bytes; at most {MostBytes} are allowed."), Codes.Of("5002"));
        try
        {
            document = JsonDocument.Parse(body);
            checking.CheckObject(WireSchema.Invoice, document.RootElement, "");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text with half a surrogate pair.
            return SandboxAnswer.BadRequest(Codes.Invalid($"The request is no JSON: {fault.Message}"));
        }
        return checking.Errors.Count == 0 ? null : SandboxAnswer.BadRequest([.. checking.Errors]);
    }

    /// <summary>The document as the Engine's rules want it. Its names and values have been checked here before.</summary>
    internal static OctaInvoice Invoice(ReadOnlyMemory<byte> body, IssueList issues) => InvoiceJson.Read(body.Span, issues);
}
