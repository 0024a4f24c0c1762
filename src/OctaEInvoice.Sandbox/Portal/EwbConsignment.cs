using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Puts the body of generateewbbyirn into the registered document that it belongs to.</summary>
internal static class EwbConsignment
{
    // A document's ship-to has a name; the place of export needs none.
    private const string PlaceOfExport = "Place of export";

    /// <summary>The document with the transport of the request, and with its places where it gives them.</summary>
    internal static OctaInvoice Complete(OctaInvoice invoice, JsonElement request)
    {
        OctaInvoice given = InvoiceJson.Read(AsDocument(request), new IssueList());
        invoice.Transport = given.Transport;
        invoice.Dispatch = given.Dispatch ?? invoice.Dispatch;
        invoice.ShipTo = given.ShipTo ?? invoice.ShipTo;
        return invoice;
    }

    private static byte[] AsDocument(JsonElement request)
    {
        using MemoryStream stream = new(512);
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("EwbDtls");
            foreach (JsonProperty member in request.EnumerateObject())
                if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number && !member.NameEquals("Irn"))
                    member.WriteTo(writer);
            writer.WriteEndObject();
            WritePlace(writer, request, "DispDtls", "DispDtls");
            WritePlace(writer, request, "ExpShipDtls", "ShipDtls");
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, JsonElement request, string name, string nameInDocument)
    {
        if (!request.TryGetProperty(name, out JsonElement place) || place.ValueKind != JsonValueKind.Object)
            return;
        writer.WriteStartObject(nameInDocument);
        if (name != nameInDocument)
            writer.WriteString("LglNm", PlaceOfExport);
        foreach (JsonProperty member in place.EnumerateObject())
            member.WriteTo(writer);
        writer.WriteEndObject();
    }
}
