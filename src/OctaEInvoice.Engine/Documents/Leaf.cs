using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A member that holds a value and no object.</summary>
internal abstract class Leaf<T>(string wireName, string propertyName, FieldFacts facts) : Member<T>(wireName, propertyName)
    where T : class
{
    internal FieldFacts Facts { get; } = facts;

    internal abstract void Set(T owner, GivenValue value, Place place, IssueList issues);

    internal abstract string? Text(T owner);

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            context.Issues.Add(Facts, context.Place, "It is an object or a list where one value belongs.", null, Facts.Constraint(), $"Give {WireName} as one value.");
            reader.Skip();
            return;
        }
        Set(owner, JsonValues.Read(ref reader), context.Place, context.Issues);
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields) => fields.Add(new LeafAccess<TRoot, T>(this, parent));
}
