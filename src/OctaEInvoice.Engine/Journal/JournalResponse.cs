using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Journal;

/// <summary>The response of a journal's line: which fields of a result it keeps, under which names. Written and read by the same table, so that they can't part.</summary>
/// <remarks>No images and PDFs: they would make the journal a thousand times larger, and can be fetched again by the IRN.</remarks>
internal static class JournalResponse
{
    // The order of the line; the long ones last, so that the rest can be read at a glance.
    private static readonly ResponseField[] Fields =
    [
        Text("irn", static result => result.Irn, static (result, text) => result.Irn = text),
        Text("ackNumber", static result => result.AckNumber, static (result, text) => result.AckNumber = text),
        Time("ackTime", static result => result.AckTime, static (result, time) => result.AckTime = time),
        Status("irnStatus", static result => result.IrnStatus, static (result, status) => result.IrnStatus = status),
        Text("ewbNumber", static result => result.EwbNumber, static (result, text) => result.EwbNumber = text),
        Status("ewbStatus", static result => result.EwbStatus, static (result, status) => result.EwbStatus = status),
        Time("ewbTime", static result => result.EwbTime, static (result, time) => result.EwbTime = time),
        Time("ewbValidTill", static result => result.EwbValidTill, static (result, time) => result.EwbValidTill = time),
        Text("errorCode", static result => result.ErrorCode, static (result, text) => result.ErrorCode = text),
        Text("errorMessage", static result => result.ErrorMessage, static (result, text) => result.ErrorMessage = text),
        new("sandbox", WriteSandbox, static (fields, name, result) => result.Sandbox = fields.Text(name) == "true"),
        Text("signedQrCode", static result => result.SignedQrCode, static (result, text) => result.SignedQrCode = text),
        Text("signedInvoice", static result => result.SignedInvoice, static (result, text) => result.SignedInvoice = text),
    ];

    /// <summary>Writes what a result has of these fields.</summary>
    internal static void Write(Utf8JsonWriter writer, IrnResult result)
    {
        foreach (ResponseField field in Fields)
            field.Write(writer, field.Name, result);
    }

    /// <summary>Reads them back; of a line without a response nothing.</summary>
    internal static void Read(AnswerFields fields, IrnResult result)
    {
        foreach (ResponseField field in Fields)
            field.Read(fields, field.Name, result);
    }

    private static ResponseField Text(string name, Func<IrnResult, string?> get, Action<IrnResult, string?> set) => new(
        name,
        (writer, member, result) => WriteText(writer, member, get(result)),
        (fields, member, result) => set(result, fields.Text(member)));

    private static ResponseField Time(string name, Func<IrnResult, IndiaTime?> get, Action<IrnResult, IndiaTime?> set) => new(
        name,
        (writer, member, result) => WriteText(writer, member, get(result)?.ToString()),
        (fields, member, result) => set(result, fields.Time(member)));

    private static ResponseField Status(string name, Func<IrnResult, RecordStatus> get, Action<IrnResult, RecordStatus> set) => new(
        name,
        (writer, member, result) => WriteText(writer, member, get(result) is var status && status != RecordStatus.Unknown ? status.ToString() : null),
        (fields, member, result) => set(result, Enum.TryParse(fields.Text(member), out RecordStatus status) ? status : RecordStatus.Unknown));

    private static void WriteSandbox(Utf8JsonWriter writer, string name, IrnResult result)
    {
        if (result.Sandbox)
            writer.WriteBoolean(name, true);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private sealed record ResponseField(string Name, Action<Utf8JsonWriter, string, IrnResult> Write, Action<AnswerFields, string, IrnResult> Read);
}
