using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>The data that the portal signs (nic-rules 2.4): the whole invoice with what the portal adds, and the short form of the QR code.</summary>
internal static class SignedTexts
{
    private const string PortalTime = "yyyy-MM-dd HH:mm:ss";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Data of SignedInvoice: the document as sent without its nulls, the number in upper case (since June 2025), lines numbered.</summary>
    internal static byte[] Invoice(JsonElement document, long ackNumber, IndiaTime ackTime, string irn) => Write(writer =>
    {
        writer.WriteNumber("AckNo", ackNumber);
        writer.WriteString("AckDt", Text(ackTime));
        writer.WriteString("Irn", irn);
        foreach (JsonProperty member in document.EnumerateObject())
        {
            if (member.NameEquals("ItemList"))
                WriteLines(writer, member.Value);
            else if (member.NameEquals("DocDtls"))
                WriteDocumentDetails(writer, member.Value);
            else
                WriteMember(writer, member);
        }
    });

    /// <summary>Data of SignedQRCode.</summary>
    internal static byte[] QrCode(JsonElement document, IndiaTime ackTime, string irn) => Write(writer =>
    {
        JsonElement details = document.GetProperty("DocDtls");
        JsonElement lines = document.GetProperty("ItemList");
        writer.WriteString("SellerGstin", document.GetProperty("SellerDtls").GetProperty("Gstin").GetString());
        writer.WriteString("BuyerGstin", document.GetProperty("BuyerDtls").GetProperty("Gstin").GetString());
        writer.WriteString("DocNo", details.GetProperty("No").GetString()!.ToUpperInvariant());
        writer.WriteString("DocTyp", details.GetProperty("Typ").GetString());
        writer.WriteString("DocDt", details.GetProperty("Dt").GetString());
        writer.WriteNumber("TotInvVal", document.GetProperty("ValDtls").GetProperty("TotInvVal").GetDecimal());
        writer.WriteNumber("ItemCnt", lines.GetArrayLength());
        writer.WriteString("MainHsnCode", MainHsnCode(lines));
        writer.WriteString("Irn", irn);
        writer.WriteString("IrnDt", Text(ackTime));
    });

    /// <summary>The HSN code of the line with the highest taxable value; the first of several.</summary>
    private static string? MainHsnCode(JsonElement lines)
    {
        string? code = null;
        decimal highest = decimal.MinValue;
        foreach (JsonElement line in lines.EnumerateArray())
        {
            decimal value = line.GetProperty("AssAmt").GetDecimal();
            if (value <= highest)
                continue;
            highest = value;
            code = line.GetProperty("HsnCd").GetString();
        }
        return code;
    }

    private static void WriteLines(Utf8JsonWriter writer, JsonElement lines)
    {
        writer.WriteStartArray("ItemList");
        int number = 0;
        foreach (JsonElement line in lines.EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WriteNumber("ItemNo", number++);
            foreach (JsonProperty member in line.EnumerateObject())
                WriteMember(writer, member);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDocumentDetails(Utf8JsonWriter writer, JsonElement details)
    {
        writer.WriteStartObject("DocDtls");
        foreach (JsonProperty member in details.EnumerateObject())
        {
            if (member.NameEquals("No"))
                writer.WriteString("No", member.Value.GetString()!.ToUpperInvariant());
            else
                WriteMember(writer, member);
        }
        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        if (member.Value.ValueKind == JsonValueKind.Null)
            return;
        writer.WritePropertyName(member.Name);
        WriteValue(writer, member.Value);
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                    WriteMember(writer, member);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement entry in value.EnumerateArray())
                    WriteValue(writer, entry);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Text(IndiaTime time) => time.ToDateTimeOffset().ToString(PortalTime, CultureInfo.InvariantCulture);

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new(2048);
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}
