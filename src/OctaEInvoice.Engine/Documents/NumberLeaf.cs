using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A decimal number: an amount, a quantity, a rate.</summary>
internal sealed class NumberLeaf<T>(string wireName, string propertyName, FieldFacts facts, Func<T, decimal?> get, Action<T, decimal?> set)
    : Leaf<T>(wireName, propertyName, facts)
    where T : class
{
    internal override bool HasValue(T owner) => get(owner) is not null;

    internal override string? Text(T owner) => get(owner)?.ToString("0.############################", CultureInfo.InvariantCulture);

    internal override void Set(T owner, GivenValue value, Place place, IssueList issues) =>
        set(owner, NumberReader.Read(value, Facts, place, issues));

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is decimal number)
            writer.WriteNumber(Name, number);
    }

    internal override void Check(T owner, SchemaChecker checker) => checker.Number(Facts, get(owner));
}
