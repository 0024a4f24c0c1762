using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A whole number: PIN code, kilometres, days.</summary>
internal sealed class IntegerLeaf<T>(string wireName, string propertyName, FieldFacts facts, Func<T, int?> get, Action<T, int?> set)
    : Leaf<T>(wireName, propertyName, facts)
    where T : class
{
    internal override bool HasValue(T owner) => get(owner) is not null;

    internal override string? Text(T owner) => get(owner)?.ToString(CultureInfo.InvariantCulture);

    internal override void Set(T owner, GivenValue value, Place place, IssueList issues) =>
        set(owner, NumberReader.ReadInteger(value, Facts, place, issues));

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is int number)
            writer.WriteNumber(Name, number);
    }

    internal override void Check(T owner, SchemaChecker checker) => checker.Number(Facts, get(owner));
}
