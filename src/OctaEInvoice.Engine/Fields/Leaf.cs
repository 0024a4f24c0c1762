using System.Text.Json;
using OctaEInvoice.Engine.Json;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Fields;

/// <summary>A member that holds a value and no object.</summary>
internal abstract class Leaf<T>(string wireName, string propertyName, FieldFacts facts) : Member<T>(wireName, propertyName)
    where T : class
{
    internal FieldFacts Facts { get; } = facts;

    internal abstract void Set(T owner, GivenValue value, Place place, IssueList issues);

    internal abstract string? Text(T owner);

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReading reading)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reading.Issues.Add(Facts, reading.Place, "It is an object or a list where one value belongs.", null, Facts.Constraint(), $"Give {WireName} as one value.");
            reader.Skip();
            return;
        }
        Set(owner, JsonValues.Read(ref reader), reading.Place, reading.Issues);
    }

    internal override void CollectTargets<TRoot>(Func<TRoot, int, T> parent, List<FieldTarget<TRoot>> targets) =>
        targets.Add(new FieldTarget<TRoot>(
            Facts,
            (root, entry, value, place, issues) => Set(parent(root, entry), value, place, issues),
            (root, entry) => Text(parent(root, entry))));
}
