using System.Globalization;
using System.Text;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>The text of a payment QR code, a UPI link (Notification 14/2020-CT), in the form of the specification's sample.</summary>
internal static class UpiText
{
    private const char Rupee = '\u20B9';

    // What the sample leaves as it is, beside letters and digits. A link's own marks are escaped, so that a name can't break it.
    private const string Plain = "-._~:@/,()";

    internal static string Of(OctaInvoice invoice)
    {
        string payee = TaxpayerRegister.Find(invoice.Gstin!)?.UpiAddress ?? invoice.Gstin!.ToLowerInvariant() + "@sandbox";
        return $"upi://pay?pa={Escaped(payee)}&pn={Escaped(invoice.Seller!.LegalName!)}&tn={Escaped(Note(invoice))}&am={Number(invoice.Totals!.Total)}&cu=INR&mode=01";
    }

    private static string Note(OctaInvoice invoice)
    {
        InvoiceTotals totals = invoice.Totals!;
        StringBuilder note = new();
        note.Append("SELLER:").Append(invoice.Gstin).Append(" NO:").Append(invoice.DocumentNumber);
        note.Append(" DT:").Append(invoice.DocumentDate!.Value.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture));
        note.Append(" Taxable:").Append(Rupee).Append(Number(totals.TaxableValue));
        Append(note, "IGST", totals.Igst);
        Append(note, "CGST", totals.Cgst);
        Append(note, "SGST", totals.Sgst);
        Append(note, "CESS", totals.Cess + totals.StateCess ?? totals.Cess ?? totals.StateCess);
        return note.ToString();
    }

    private static void Append(StringBuilder note, string tax, decimal? amount)
    {
        if (amount is > 0)
            note.Append(' ').Append(tax).Append(':').Append(Rupee).Append(Number(amount));
    }

    private static string Number(decimal? amount) => (amount ?? 0).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        StringBuilder escaped = new();
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)unit;
            if (c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' || Plain.IndexOf(c) >= 0)
                escaped.Append(c);
            else
                escaped.Append('%').Append(unit.ToString("x2", CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }
}
