namespace OctaEInvoice.Engine.Documents;

/// <summary>Every field of a document by NIC's path, in any letter case, to be set from flat values.</summary>
internal static class InvoiceFields
{
    /// <summary>Fields of the whole document, set from the document.</summary>
    internal static IReadOnlyDictionary<string, FieldAccess<OctaInvoice>> OfHeader { get; } = ByPath(InvoiceShapes.Invoice);

    /// <summary>Fields of a line, set from the line.</summary>
    internal static IReadOnlyDictionary<string, FieldAccess<InvoiceItem>> OfLine { get; } = ByPath(InvoiceShapes.ItemList);

    private static Dictionary<string, FieldAccess<T>> ByPath<T>(Shape<T> shape)
        where T : class, new()
    {
        var fields = new List<FieldAccess<T>>();
        shape.CollectFields(static (root, _) => root, fields);
        return fields.ToDictionary(field => field.Facts.Path, StringComparer.OrdinalIgnoreCase);
    }
}
