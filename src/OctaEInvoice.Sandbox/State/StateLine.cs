using System.Globalization;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.State;

/// <summary>The form of one change in a state file.</summary>
internal static class StateLine
{
    private const string Time = "Time";
    private const string Ewb = "Ewb";

    internal static void WriteRegistered(Utf8JsonWriter writer, IrnRecord record)
    {
        writer.WritePropertyName(nameof(IStateLog.Registered));
        writer.WriteRawValue(record.InvoiceData, skipInputValidation: true);
        if (record.Ewb is not null)
            WriteEwb(writer, record.Ewb);
    }

    internal static void WriteEwbMade(Utf8JsonWriter writer, string irn, EwbRecord ewb)
    {
        writer.WriteString(nameof(IStateLog.EwbMade), irn);
        WriteEwb(writer, ewb);
    }

    internal static void WriteIrnCancelled(Utf8JsonWriter writer, string irn, IndiaTime time)
    {
        writer.WriteString(nameof(IStateLog.IrnCancelled), irn);
        writer.WriteString(Time, time.ToString());
    }

    internal static void WriteEwbCancelled(Utf8JsonWriter writer, long ewbNumber, IndiaTime time)
    {
        writer.WriteNumber(nameof(IStateLog.EwbCancelled), ewbNumber);
        writer.WriteString(Time, time.ToString());
    }

    /// <summary>Makes a change again.</summary>
    /// <exception cref="FormatException">The line is none of the changes.</exception>
    internal static void Apply(JsonElement line, IrnRegister register)
    {
        if (line.TryGetProperty(nameof(IStateLog.Registered), out JsonElement invoice))
            register.Put(IrnRecord.Of(invoice, BytesOf(invoice)) with { Ewb = ReadEwb(line) });
        else if (line.TryGetProperty(nameof(IStateLog.EwbMade), out JsonElement irn))
            register.Put(register.Find(irn.GetString()!)! with { Ewb = ReadEwb(line) });
        else if (line.TryGetProperty(nameof(IStateLog.IrnCancelled), out irn))
            register.Put(register.Find(irn.GetString()!)! with { CancelTime = ReadTime(line, Time) });
        else if (line.TryGetProperty(nameof(IStateLog.EwbCancelled), out JsonElement number))
            CancelEwb(register, number.GetInt64(), ReadTime(line, Time));
        else
            throw new FormatException("The line is none of the changes that a sandbox writes.");
    }

    private static void CancelEwb(IrnRegister register, long number, IndiaTime? time)
    {
        IrnRecord record = register.FindByEwb(number)!;
        register.Put(record with { Ewb = record.Ewb! with { CancelTime = time } });
    }

    private static void WriteEwb(Utf8JsonWriter writer, EwbRecord ewb)
    {
        writer.WriteStartObject(Ewb);
        writer.WriteNumber(nameof(EwbRecord.Number), ewb.Number);
        writer.WriteString(Time, ewb.Time.ToString());
        writer.WriteString(nameof(EwbTerms.ValidTill), ewb.Terms.ValidTill?.ToString());
        writer.WriteNumber(nameof(EwbTerms.Distance), ewb.Terms.Distance);
        writer.WritePropertyName(nameof(EwbTerms.Consignment));
        writer.WriteRawValue(InvoiceJson.Write(ewb.Terms.Consignment), skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static EwbRecord? ReadEwb(JsonElement line)
    {
        if (!line.TryGetProperty(Ewb, out JsonElement ewb))
            return null;
        OctaInvoice consignment = InvoiceJson.Read(BytesOf(ewb.GetProperty(nameof(EwbTerms.Consignment))), new IssueList());
        return new EwbRecord
        {
            Number = ewb.GetProperty(nameof(EwbRecord.Number)).GetInt64(),
            Time = ReadTime(ewb, Time)!.Value,
            Terms = new EwbTerms(ReadTime(ewb, nameof(EwbTerms.ValidTill)), ewb.GetProperty(nameof(EwbTerms.Distance)).GetInt32(), consignment),
        };
    }

    // The very bytes that were written: signatures are made of them.
    private static byte[] BytesOf(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static IndiaTime? ReadTime(JsonElement owner, string name)
    {
        string? text = owner.GetProperty(name).GetString();
        if (text is null)
            return null;
        return IndiaTime.TryParse(text, out IndiaTime time)
            ? time
            : throw new FormatException(string.Format(CultureInfo.InvariantCulture, "'{0}' is no time.", text));
    }
}
