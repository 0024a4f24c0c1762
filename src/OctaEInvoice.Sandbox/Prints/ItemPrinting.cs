using OctaEInvoice.Sandbox.Pdf;

namespace OctaEInvoice.Sandbox.Prints;

/// <summary>The rows of a document's lines.</summary>
internal static class ItemPrinting
{
    internal static IReadOnlyList<PrintedItem> Print(OctaInvoice invoice) => [.. (invoice.Items ?? []).Select(Print)];

    private static PrintedItem Print(InvoiceItem item) => new()
    {
        LineNumber = item.LineNumber ?? "",
        Description = item.Description ?? "",
        HsnCode = item.HsnCode ?? "",
        Quantity = item.Quantity,
        Unit = item.Unit ?? "",
        UnitPrice = item.UnitPrice ?? 0,
        Discount = item.Discount ?? 0,
        TaxableValue = item.TaxableValue ?? 0,
        GstRate = item.GstRate ?? 0,
        Tax = Sum(item.IgstAmount, item.CgstAmount, item.SgstAmount, item.CessAmount, item.CessNonAdvalorem, item.StateCessAmount, item.StateCessNonAdvalorem),
        Total = item.Total ?? 0,
    };

    private static decimal Sum(params decimal?[] amounts) => amounts.Sum(amount => amount ?? 0);
}
