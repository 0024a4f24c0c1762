using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A day; dd/MM/yyyy on the wire.</summary>
internal sealed class DateLeaf<T>(string wireName, string propertyName, FieldFacts facts, Func<T, IndiaDate?> get, Action<T, IndiaDate?> set)
    : Leaf<T>(wireName, propertyName, facts)
    where T : class
{
    internal override bool HasValue(T owner) => get(owner) is not null;

    internal override string? Text(T owner) => get(owner)?.ToString();

    internal override void Set(T owner, GivenValue value, Place place, IssueList issues) =>
        set(owner, DateReader.Read(value, Facts, place, issues));

    // A date that went through ConvertTo-Json is an object with its ISO text.
    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            Set(owner, JsonValues.Read(ref reader).CountedFrom(context.CountedFrom), context.Place, context.Issues);
            return;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            base.Read(ref reader, owner, context);
            return;
        }
        using JsonDocument wrapped = JsonDocument.ParseValue(ref reader);
        string? iso = wrapped.RootElement.TryGetProperty(nameof(IndiaDate.Iso), out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        Set(owner, GivenValue.FromText(iso ?? wrapped.RootElement.GetRawText()), context.Place, context.Issues);
    }

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is IndiaDate date)
            writer.WriteString(Name, date.ToWireString());
    }

    internal override void Check(T owner, SchemaChecker checker) => checker.Date(Facts, get(owner));
}
