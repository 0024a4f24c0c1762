using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rows;

/// <summary>The field that a column's name means.</summary>
/// <param name="Facts">The field.</param>
/// <param name="Entry">Entry of the field's list, from 0.</param>
/// <param name="FoundBy">What the name was found by.</param>
public readonly record struct FoundColumn(FieldFacts Facts, int Entry, ColumnSource FoundBy);
