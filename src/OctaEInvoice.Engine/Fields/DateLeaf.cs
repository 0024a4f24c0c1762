using System.Text.Json;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Fields;

/// <summary>A day; dd/MM/yyyy on the wire.</summary>
internal sealed class DateLeaf<T>(string wireName, string propertyName, FieldFacts facts, Func<T, IndiaDate?> get, Action<T, IndiaDate?> set)
    : Leaf<T>(wireName, propertyName, facts)
    where T : class
{
    internal override bool HasValue(T owner) => get(owner) is not null;

    internal override string? Text(T owner) => get(owner)?.ToString();

    internal override void Set(T owner, GivenValue value, Place place, IssueList issues) =>
        set(owner, DateReading.Read(value, Facts, place, issues));

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is IndiaDate date)
            writer.WriteString(Name, date.ToWireString());
    }

    internal override void Check(T owner, SchemaChecking checking) => checking.Date(Facts, get(owner));
}
