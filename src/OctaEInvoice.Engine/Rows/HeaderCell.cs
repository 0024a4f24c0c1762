using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Rows;

/// <summary>A cell that belongs to the whole document, with the row and column where it stands.</summary>
internal readonly record struct HeaderCell(GivenRow Row, int Column, CellBinding Binding, GivenValue Value)
{
    /// <summary>What the cell gives, also where two rows have their columns in another order.</summary>
    internal (FieldFacts Facts, int Entry) Field => (Binding.Facts, Binding.Entry);

    internal Place Place => new(Row.Number, -1, Binding.Entry);
}
