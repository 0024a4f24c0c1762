using System.Text.Json;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Documents as JSON: read tolerantly, written exactly (nic-rules 3.1).</summary>
internal static class InvoiceJson
{
    /// <summary>Writes a document as the request body of generateirn.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns>UTF-8 JSON with NIC's names in schema order; empty fields are left out.</returns>
    public static byte[] Write(OctaInvoice invoice) => JsonBytes.Write(invoice, static (writer, document) => InvoiceShapes.Invoice.Write(writer, document));

    /// <summary>Reads one document.</summary>
    /// <param name="json">UTF-8 JSON of one object; trailing commas and comments are allowed.</param>
    /// <param name="issues">Takes what was found amiss: values of the wrong type, unknown fields.</param>
    /// <param name="countedFrom">Today in India, where days such as D-3 are read, as in examples; null where they are refused.</param>
    /// <returns>The document as far as it could be read.</returns>
    /// <exception cref="JsonException">The text is no JSON, or no object; the message names line and position.</exception>
    public static OctaInvoice Read(ReadOnlySpan<byte> json, IssueList issues, IndiaDate? countedFrom = null)
    {
        var reader = new Utf8JsonReader(json, InvoiceReadContext.ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A document is a JSON object; this begins with something else.");
        var invoice = new OctaInvoice();
        InvoiceShapes.Invoice.Read(ref reader, invoice, new InvoiceReadContext(issues, countedFrom));
        if (reader.Read())
            throw new JsonException("More JSON follows after the document.");
        return invoice;
    }
}
