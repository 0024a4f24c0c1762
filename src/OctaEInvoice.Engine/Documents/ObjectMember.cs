using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

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

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            context.ReportShape(path, "an object");
            reader.Skip();
            return;
        }
        TChild child = get(owner) ?? new TChild();
        shape.Read(ref reader, child, context);
        if (shape.HasValues(child))
            set(owner, child);
    }

    internal override void Check(T owner, SchemaChecker checker)
    {
        TChild? child = get(owner);
        if (child is not null && shape.HasValues(child))
            shape.Check(child, checker);
        else if (isRequired)
            shape.Check(new TChild(), checker);
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
