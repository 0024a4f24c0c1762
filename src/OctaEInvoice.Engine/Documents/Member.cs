using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>One member of a JSON object of the schema, tied to its property of the Model.</summary>
/// <typeparam name="T">Model class of the object.</typeparam>
internal abstract class Member<T>(string wireName, string propertyName)
    where T : class
{
    /// <summary>Name on the wire, in NIC's letter case.</summary>
    internal string WireName { get; } = wireName;

    /// <summary>Name of the Model's property; read as an alias, so that a document that went through a job comes back.</summary>
    internal string PropertyName { get; } = propertyName;

    /// <summary>Name on the wire, ready to be written.</summary>
    internal JsonEncodedText Name { get; } = JsonEncodedText.Encode(wireName);

    internal abstract void Write(Utf8JsonWriter writer, T owner);

    internal abstract void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context);

    internal abstract void Check(T owner, SchemaChecker checker);

    internal abstract bool HasValue(T owner);

    internal abstract void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields)
        where TRoot : class;
}
