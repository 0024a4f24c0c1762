using System.Text.Json;
using OctaEInvoice.Engine.Json;

namespace OctaEInvoice.Engine.Fields;

/// <summary>A member that holds one object.</summary>
internal sealed class ObjectMember<T, TChild>(string wireName, string path, string propertyName, Shape<TChild> shape, Func<T, TChild?> get, Action<T, TChild?> set, bool isRequired)
    : Member<T>(wireName, propertyName)
    where T : class
    where TChild : class, new()
{
    internal override bool HasValue(T owner) => get(owner) is TChild child && shape.HasValues(child);

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        if (get(owner) is not TChild child || !shape.HasValues(child))
            return;
        writer.WritePropertyName(Name);
        shape.Write(writer, child);
    }

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReading reading)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reading.ReportShape(path, "an object");
            reader.Skip();
            return;
        }
        TChild child = get(owner) ?? new TChild();
        shape.Read(ref reader, child, reading);
        if (shape.HasValues(child))
            set(owner, child);
    }

    internal override void Check(T owner, SchemaChecking checking)
    {
        TChild? child = get(owner);
        if (child is not null && shape.HasValues(child))
            shape.Check(child, checking);
        else if (isRequired)
            shape.Check(new TChild(), checking);
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields) =>
        shape.CollectFields((root, entry) => Ensure(parent(root, entry)), fields);

    private TChild Ensure(T owner)
    {
        TChild? child = get(owner);
        if (child is null)
            set(owner, child = new TChild());
        return child;
    }
}
