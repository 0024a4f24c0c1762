using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A text.</summary>
internal sealed class TextLeaf<T>(string wireName, string propertyName, FieldFacts facts, Func<T, string?> get, Action<T, string?> set, bool isSent = true)
    : Leaf<T>(wireName, propertyName, facts)
    where T : class
{
    internal override bool HasValue(T owner) => !string.IsNullOrEmpty(get(owner));

    internal override string? Text(T owner) => get(owner);

    internal override void Set(T owner, GivenValue value, Place place, IssueList issues) =>
        set(owner, TextFieldReader.Read(value, Facts, place, issues));

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (isSent && get(owner) is { Length: > 0 } text)
            writer.WriteString(Name, text);
    }

    internal override void Check(T owner, SchemaChecker checker)
    {
        if (isSent)
            checker.Text(Facts, get(owner));
    }
}
