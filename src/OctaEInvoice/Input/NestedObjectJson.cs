using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OctaEInvoice.Commands.Input;

/// <summary>Writes an object of ConvertFrom-Json, a hashtable or a deserialised document as JSON, so that one reader reads all documents.</summary>
internal static class NestedObjectJson
{
    private const int MaxDepth = 32;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object.</summary>
    /// <exception cref="InvalidDataException">It is nested deeper than any document, or in a circle.</exception>
    internal static byte[] Write(PSObject input)
    {
        using var stream = new MemoryStream(2048);
        using (var writer = new Utf8JsonWriter(stream, Options))
            WriteValue(writer, input, 0);
        return stream.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException($"The object is nested more than {MaxDepth} levels deep, or in a circle; a document has 5 levels.");
        switch (PropertyReader.Plain(value))
        {
            case null or DBNull:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                WriteDouble(writer, number);
                break;
            case float number:
                WriteDouble(writer, double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                writer.WriteNumberValue(Convert.ToDecimal(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                writer.WriteStringValue(new IndiaDate(date).ToString());
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(new IndiaDate(date.ToOffset(IndiaTime.Offset).DateTime).ToString());
                break;
            case IndiaDate date:
                writer.WriteStringValue(date.ToString());
                break;
            case IDictionary entries:
                WriteEntries(writer, entries, depth);
                break;
            case IEnumerable list:
                WriteList(writer, list, depth);
                break;
            case object other:
                WriteProperties(writer, PSObject.AsPSObject(value ?? other), depth);
                break;
        }
    }

    // NaN and infinity are no JSON: as text they come out as an issue of their field.
    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
            writer.WriteStringValue(number.ToString("R", CultureInfo.InvariantCulture));
        else if (Math.Abs(number) < 7.9e27)
            writer.WriteNumberValue((decimal)number);
        else
            writer.WriteNumberValue(number);
    }

    private static void WriteEntries(Utf8JsonWriter writer, IDictionary entries, int depth)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in entries)
        {
            writer.WritePropertyName(entry.Key.ToString() ?? "");
            WriteValue(writer, entry.Value, depth + 1);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list, int depth)
    {
        writer.WriteStartArray();
        foreach (object? entry in list)
            WriteValue(writer, entry, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, PSObject value, int depth)
    {
        writer.WriteStartObject();
        foreach (PSPropertyInfo property in PropertyReader.PropertiesOf(value))
        {
            writer.WritePropertyName(property.Name);
            WriteValue(writer, property.Value, depth + 1);
        }
        writer.WriteEndObject();
    }
}
