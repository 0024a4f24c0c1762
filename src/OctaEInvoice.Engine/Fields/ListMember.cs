using System.Text.Json;
using OctaEInvoice.Engine.Json;

namespace OctaEInvoice.Engine.Fields;

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

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReading reading)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        List<TChild> children = get(owner) ?? [];
        Place outer = reading.Place;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            // A list of one that a serialiser has unwrapped.
            ReadOne(ref reader, children, outer, reading);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                ReadOne(ref reader, children, outer, reading);
        }
        else
        {
            reading.ReportShape(path, "a list of objects");
            reader.Skip();
        }
        reading.Place = outer;
        if (children.Count > 0)
            set(owner, children);
    }

    internal override void Check(T owner, SchemaChecking checking)
    {
        List<TChild>? children = get(owner);
        Place outer = checking.Place;
        for (int i = 0; i < (children?.Count ?? 0); i++)
        {
            checking.Place = isOfLines ? checking.PlaceOfLine(i) : At(outer, i);
            shape.Check(children![i], checking);
        }
        checking.Place = outer;
        if (isRequired)
            checking.ListOfLines(children?.Count ?? 0);
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields)
    {
        if (!isOfLines)
            shape.CollectFields((root, entry) => Ensure(parent(root, entry), entry), fields);
    }

    private void ReadOne(ref Utf8JsonReader reader, List<TChild> children, Place outer, InvoiceReading reading)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reading.ReportShape(path, "a list of objects");
            reader.Skip();
            return;
        }
        var child = new TChild();
        reading.Place = At(outer, children.Count);
        shape.Read(ref reader, child, reading);
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
