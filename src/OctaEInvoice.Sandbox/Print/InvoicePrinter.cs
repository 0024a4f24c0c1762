using System.Globalization;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>What the PDF of a registered document shows.</summary>
internal static class InvoicePrinter
{
    internal static EInvoicePrint Print(IrnRecord record, string signedQr)
    {
        OctaInvoice invoice = StoredInvoice.Read(record);
        return new EInvoicePrint
        {
            Title = Title(record.Key.Type),
            Irn = record.Irn,
            AckNumber = record.AckNumber.ToString(CultureInfo.InvariantCulture),
            AckTime = record.AckTime.ToWireString(),
            DocumentNumber = record.Key.Number,
            DocumentDate = record.DocumentDate.ToWireString(),
            Details = Details(invoice, record),
            Parties = PrintParts.Parties(invoice, invoice),
            Items = PrintParts.Items(invoice),
            Amounts = Amounts(invoice.Totals ?? new InvoiceTotals()),
            Total = invoice.Totals?.Total ?? 0,
            IsCancelled = !record.IsActive,
            QrText = signedQr,
        };
    }

    private static string Title(string type) => type switch
    {
        "CRN" => "Credit Note",
        "DBN" => "Debit Note",
        _ => "Tax Invoice",
    };

    private static List<PrintedField> Details(OctaInvoice invoice, IrnRecord record)
    {
        List<PrintedField> details =
        [
            new("Supply type", invoice.Transaction?.SupplyType ?? ""),
            new("Place of supply", PrintParts.State(invoice.Buyer?.PlaceOfSupply)),
        ];
        if (invoice.Transaction?.ReverseCharge == "Y")
            details.Add(new("Reverse charge", "Yes"));
        if (record.Ewb is EwbRecord ewb)
            details.Add(new("e-Way Bill", ewb.IsActive ? ewb.NumberText : ewb.NumberText + " (cancelled)"));
        return details;
    }

    private static List<PrintedAmount> Amounts(InvoiceTotals totals)
    {
        List<PrintedAmount> amounts = [new("Taxable value", totals.TaxableValue ?? 0)];
        Add("CGST", totals.Cgst);
        Add("SGST", totals.Sgst);
        Add("IGST", totals.Igst);
        Add("Cess", totals.Cess);
        Add("State cess", totals.StateCess);
        Add("Discount", -totals.Discount);
        Add("Other charges", totals.OtherCharges);
        Add("Round-off", totals.RoundOff);
        return amounts;

        void Add(string label, decimal? amount)
        {
            if (amount is not null and not 0)
                amounts.Add(new PrintedAmount(label, amount.Value));
        }
    }
}
