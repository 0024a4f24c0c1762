using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A field as seen from the document or from a line: how a flat cell gets into it.</summary>
/// <typeparam name="TRoot">OctaInvoice or InvoiceItem.</typeparam>
internal abstract class FieldAccess<TRoot>(FieldFacts facts)
    where TRoot : class
{
    internal FieldFacts Facts { get; } = facts;

    /// <summary>Puts a value into the field, making the objects on the way.</summary>
    /// <param name="root">The document or the line.</param>
    /// <param name="entry">Entry of the field's list, from 0.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands in the input.</param>
    /// <param name="issues">Takes what is amiss.</param>
    internal abstract void Set(TRoot root, int entry, GivenValue value, Place place, IssueList issues);

    /// <summary>The value in its one form, to compare two rows.</summary>
    internal abstract string? Text(TRoot root, int entry);
}

/// <summary>A field that is the leaf of an object below the root.</summary>
/// <typeparam name="TRoot">OctaInvoice or InvoiceItem.</typeparam>
/// <typeparam name="TOwner">The object that holds the leaf.</typeparam>
internal sealed class LeafAccess<TRoot, TOwner>(Leaf<TOwner> leaf, Func<TRoot, int, TOwner> ownerOf) : FieldAccess<TRoot>(leaf.Facts)
    where TRoot : class
    where TOwner : class
{
    internal override void Set(TRoot root, int entry, GivenValue value, Place place, IssueList issues) =>
        leaf.Set(ownerOf(root, entry), value, place, issues);

    internal override string? Text(TRoot root, int entry) => leaf.Text(ownerOf(root, entry));
}
