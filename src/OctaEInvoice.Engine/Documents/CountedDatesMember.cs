using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Reads the mark of a document whose days were counted from today: it must outlive ConvertTo-Json, a job and a remote session. It is never sent.</summary>
internal sealed class CountedDatesMember() : Member<OctaInvoice>(nameof(OctaInvoice.CountedDates), nameof(OctaInvoice.CountedDates))
{
    internal override bool HasValue(OctaInvoice owner) => false;

    internal override void Write(Utf8JsonWriter writer, OctaInvoice owner)
    {
    }

    internal override void Check(OctaInvoice owner, SchemaChecker checker)
    {
    }

    internal override void CollectFields<TRoot>(Func<TRoot, int, OctaInvoice> parent, List<FieldAccess<TRoot>> fields)
    {
    }

    // PowerShell unwraps a list of one.
    internal override void Read(ref Utf8JsonReader reader, OctaInvoice owner, InvoiceReadContext context)
    {
        using JsonDocument mark = JsonDocument.ParseValue(ref reader);
        JsonElement value = mark.RootElement;
        IEnumerable<JsonElement> entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        owner.CountedDates = [.. entries.Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!)];
    }
}
