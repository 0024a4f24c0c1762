using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Journal;

/// <summary>Lines of a journal as JSON: written with fixed names, read back (docs/journal.md).</summary>
internal static class JournalLines
{
    internal const string Sending = "Sending";

    private const string Name = "OctaEInvoice";
    private const int Version = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    internal static byte[] Header(JournalBinding binding, DateTimeOffset now) => Write(writer =>
    {
        writer.WriteString("journal", Name);
        writer.WriteNumber("version", Version);
        writer.WriteString("baseUri", binding.BaseUri.AbsoluteUri);
        writer.WriteString("environment", binding.Environment.ToString());
        writer.WriteString("created", Text(now));
    });

    /// <summary>The line before a request goes out.</summary>
    internal static byte[] SendingLine(DocumentKey key, IndiaDate? date, string hash, DateTimeOffset now) =>
        Write(writer => WriteKey(writer, key, date, hash, Sending, now));

    /// <summary>The line after its answer.</summary>
    internal static byte[] OutcomeLine(DocumentKey key, IndiaDate? date, string hash, IrnResult result, DateTimeOffset now) => Write(writer =>
    {
        WriteKey(writer, key, date, hash, result.Outcome!.Value.ToString(), now);
        writer.WriteStartObject("response");
        JournalResponse.Write(writer, result);
        writer.WriteEndObject();
    });

    /// <summary>Reads the first line.</summary>
    /// <returns>The binding; null when the line is no journal's.</returns>
    internal static JournalBinding? ReadHeader(ReadOnlyMemory<byte> line)
    {
        if (Utf8Json.ObjectOrNull(line) is not JsonDocument document)
            return null;
        using (document)
        {
            var fields = new AnswerFields(document.RootElement);
            return fields.Text("journal") == Name
                && fields.Number("version") <= Version
                && Uri.TryCreate(fields.Text("baseUri"), UriKind.Absolute, out Uri? baseUri)
                && Enum.TryParse(fields.Text("environment"), out OctaEnvironment environment)
                ? new JournalBinding(baseUri, environment)
                : null;
        }
    }

    /// <summary>Reads any other line.</summary>
    /// <returns>The entry; null when the line is torn or damaged.</returns>
    internal static JournalEntry? Read(ReadOnlyMemory<byte> line, out DocumentKey key)
    {
        key = default;
        if (Utf8Json.ObjectOrNull(line) is not JsonDocument document)
            return null;
        using (document)
        {
            if (!document.RootElement.TryGetProperty("key", out JsonElement keyElement) || keyElement.ValueKind != JsonValueKind.Object)
                return null;
            var keyFields = new AnswerFields(keyElement);
            var fields = new AnswerFields(document.RootElement);
            if (keyFields.Text("gstin") is not string gstin || keyFields.Text("year") is not string year || keyFields.Text("type") is not string type
                || keyFields.Text("number") is not string number || fields.Text("outcome") is not string outcome)
                return null;
            key = new DocumentKey(gstin, year, type, number);
            bool isSending = outcome == Sending;
            DocumentOutcome known = DocumentOutcome.InDoubt;
            if (!isSending && !Enum.TryParse(outcome, out known))
                return null;
            var result = new IrnResult { Outcome = known, Gstin = gstin, DocumentType = type, DocumentNumber = number, DocumentDate = fields.Date("date") };
            if (document.RootElement.TryGetProperty("response", out JsonElement response) && response.ValueKind == JsonValueKind.Object)
                JournalResponse.Read(new AnswerFields(response), result);
            // Registered without an IRN would be given back as a result that is none.
            if (result.Irn is null && known is DocumentOutcome.Registered or DocumentOutcome.Recovered)
                return null;
            return new JournalEntry(result) { Time = ReadTime(fields.Text("time")), IsSending = isSending, FinancialYear = year, RequestHash = fields.Text("sha256") };
        }
    }

    private static void WriteKey(Utf8JsonWriter writer, DocumentKey key, IndiaDate? date, string hash, string outcome, DateTimeOffset now)
    {
        writer.WriteString("time", Text(now));
        writer.WriteStartObject("key");
        writer.WriteString("gstin", key.SellerGstin);
        writer.WriteString("year", key.FinancialYear);
        writer.WriteString("type", key.Type);
        writer.WriteString("number", key.Number);
        writer.WriteEndObject();
        WriteText(writer, "date", date?.ToString());
        writer.WriteString("sha256", hash);
        writer.WriteString("outcome", outcome);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static string Text(DateTimeOffset now) => now.ToOffset(TimeSpan.FromHours(5.5)).ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static IndiaTime? ReadTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time) ? new IndiaTime(time) : null;

    private static byte[] Write(Action<Utf8JsonWriter> write) => JsonBytes.WriteObject(write, (byte)'\n');
}
