namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A column of the item table.</summary>
/// <param name="Heading">Printed above it, and again on each page.</param>
/// <param name="Width">Points.</param>
/// <param name="Kind">How its cells are set.</param>
/// <param name="Cell">What it shows of an item.</param>
internal sealed record TableColumn(string Heading, double Width, ColumnKind Kind, Func<PrintedItem, string> Cell);
