using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A name that is only read here and whose field lies in an object below (flat InvStDt of the specification's table, nic-rules 3.1).</summary>
internal sealed class ForwardedMember<T>(string wireName, Member<T> below) : Member<T>(wireName, wireName)
    where T : class
{
    internal override bool HasValue(T owner) => false;

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
    }

    internal override void Check(T owner, SchemaChecker checker)
    {
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields)
    {
    }

    internal override void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        GivenValue(ref reader, out string json);
        byte[] wrapped = System.Text.Encoding.UTF8.GetBytes("{\"" + WireName + "\":" + json + "}");
        var inner = new Utf8JsonReader(wrapped, InvoiceReadContext.ReaderOptions);
        inner.Read();
        below.Read(ref inner, owner, context);
    }

    private static void GivenValue(ref Utf8JsonReader reader, out string json)
    {
        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        json = value.RootElement.GetRawText();
    }
}
