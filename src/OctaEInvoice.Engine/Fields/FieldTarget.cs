using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Fields;

/// <summary>A leaf field as seen from the document or from a line: how a flat cell gets into it.</summary>
/// <typeparam name="TRoot">OctaInvoice or InvoiceItem.</typeparam>
internal sealed class FieldTarget<TRoot>(FieldFacts facts, Action<TRoot, int, GivenValue, Place, IssueList> set, Func<TRoot, int, string?> text)
    where TRoot : class
{
    internal FieldFacts Facts { get; } = facts;

    /// <summary>Puts a value into the field, making the objects on the way.</summary>
    internal void Set(TRoot root, int entry, GivenValue value, Place place, IssueList issues) => set(root, entry, value, place, issues);

    /// <summary>The value in its one form, to compare two rows.</summary>
    internal string? Text(TRoot root, int entry) => text(root, entry);
}
