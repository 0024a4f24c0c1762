using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A member that holds a list of objects.</summary>
internal sealed class ListMember<T, TChild>(string wireName, string path, string propertyName, Shape<TChild> shape, Func<T, List<TChild>?> get, Action<T, List<TChild>?> set, bool isRequired)
    : Member<T>(wireName, propertyName)
    where T : class
    where TChild : class, new()
{
    private readonly bool isOfLines = wireName == "ItemList";

    internal override bool HasValue(T owner) => get(owner) is { Count: > 0 };

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is not { Count: > 0 } children)
            return;
        writer.WriteStartArray(Name);
        foreach (TChild child in children)
            shape.Write(writer, child);
        writer.WriteEndArray();
    }

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        List<TChild> children = get(owner) ?? [];
        Place outer = context.Place;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            // A list of one that a serialiser has unwrapped.
            ReadOne(ref reader, children, outer, context);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                ReadOne(ref reader, children, outer, context);
        }
        else
        {
            context.ReportShape(path, "a list of objects");
            reader.Skip();
        }
        context.Place = outer;
        if (children.Count > 0)
            set(owner, children);
    }

    internal override void Check(T owner, SchemaChecker checker)
    {
        List<TChild>? children = get(owner);
        Place outer = checker.Place;
        for (int i = 0; i < (children?.Count ?? 0); i++)
        {
            checker.Place = isOfLines ? checker.PlaceOfLine(i) : At(outer, i);
            shape.Check(children![i], checker);
        }
        checker.Place = outer;
        if (isRequired)
            checker.ListOfLines(children?.Count ?? 0);
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields)
    {
        if (!isOfLines)
            shape.CollectFields((root, entry) => Ensure(parent(root, entry), entry), fields);
    }

    private void ReadOne(ref Utf8JsonReader reader, List<TChild> children, Place outer, InvoiceReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            context.ReportShape(path, "a list of objects");
            reader.Skip();
            return;
        }
        var child = new TChild();
        context.Place = At(outer, children.Count);
        shape.Read(ref reader, child, context);
        if (isOfLines || shape.HasValues(child))
            children.Add(child);
    }

    private Place At(Place outer, int index) => isOfLines ? outer with { Item = index } : outer with { Entry = index };

    private TChild Ensure(T owner, int entry)
    {
        List<TChild>? children = get(owner);
        if (children is null)
            set(owner, children = []);
        while (children.Count <= entry)
            children.Add(new TChild());
        return children[entry];
    }
}
