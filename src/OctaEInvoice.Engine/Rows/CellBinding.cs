using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rows;

/// <summary>Where the cells of one column go: into the document or into the line.</summary>
internal sealed class CellBinding
{
    private static readonly Dictionary<string, FieldTarget<OctaInvoice>> HeaderTargets = Targets(InvoiceShapes.Invoice);
    private static readonly Dictionary<string, FieldTarget<InvoiceItem>> ItemTargets = Targets(InvoiceShapes.ItemList);

    private CellBinding(FieldFacts facts, int entry)
    {
        Facts = facts;
        Entry = entry;
        if (facts.IsOfItem)
            Item = ItemTargets[facts.Path];
        else
            Header = HeaderTargets[facts.Path];
    }

    internal FieldFacts Facts { get; }

    /// <summary>Entry of the field's list, from 0.</summary>
    internal int Entry { get; }

    internal FieldTarget<OctaInvoice>? Header { get; }

    internal FieldTarget<InvoiceItem>? Item { get; }

    internal static CellBinding To(FieldFacts facts, int entry) => new(facts, entry);

    /// <summary>The field of the document at NIC's path, in any letter case; null when it has none.</summary>
    internal static FieldTarget<OctaInvoice>? HeaderAt(string path) => HeaderTargets.TryGetValue(path, out FieldTarget<OctaInvoice>? target) ? target : null;

    private static Dictionary<string, FieldTarget<T>> Targets<T>(Shape<T> shape)
        where T : class, new()
    {
        var targets = new List<FieldTarget<T>>();
        shape.CollectTargets((root, _) => root, targets);
        var byPath = new Dictionary<string, FieldTarget<T>>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldTarget<T> target in targets)
            byPath.Add(target.Facts.Path, target);
        return byPath;
    }
}
