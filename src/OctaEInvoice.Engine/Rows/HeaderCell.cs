using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Rows;

/// <summary>A cell that belongs to the whole document, with the row and column where it stands.</summary>
internal readonly record struct HeaderCell(GivenRow Row, int Column, GivenValue Value)
{
    /// <summary>The field that the cell gives.</summary>
    internal FoundColumn Field => Row.Columns.Fields[Column]!;

    /// <summary>Its key, the same in rows whose columns stand in another order.</summary>
    internal (FieldFacts Facts, int Entry) Key => (Field.Facts, Field.Entry);

    internal Place Place => new(Row.Number, -1, Field.Entry);
}
