using System.Globalization;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>The fields that a document may leave out because the others imply them: only one value is possible.</summary>
internal static class ImpliedFields
{
    private const int PinAbroad = 999999;

    private static readonly FieldFacts SellerGstin = FieldTable.ByPath("SellerDtls.Gstin");
    private static readonly FieldFacts PlaceOfSupply = FieldTable.ByPath("BuyerDtls.Pos");

    /// <summary>Fills them in.</summary>
    /// <returns>False when the document is of another seller than the connection's.</returns>
    internal static bool Fill(InvoiceDraft draft, SellerDetails? seller)
    {
        OctaInvoice invoice = draft.Invoice;
        invoice.SchemaVersion ??= "1.1";
        TransactionDetails transaction = invoice.Transaction ??= new TransactionDetails();
        transaction.TaxScheme ??= "GST";
        transaction.ReverseCharge ??= "N";
        transaction.SupplyType ??= "B2B";
        bool isOwn = FillSeller(draft, seller);
        FillBuyer(draft);
        FillItems(invoice);
        return isOwn;
    }

    private static bool FillSeller(InvoiceDraft draft, SellerDetails? own)
    {
        SellerDetails given = draft.Invoice.Seller ??= new SellerDetails();
        if (own?.Gstin is { Length: > 0 } gstin && given.Gstin is not null && !string.Equals(given.Gstin, gstin, StringComparison.OrdinalIgnoreCase))
        {
            int? row = draft.Rows.Count > 0 ? draft.Rows[0].Number : null;
            draft.Issues.Add(
                SellerGstin,
                new Place(row),
                "The document is of another seller than the connection.",
                given.Gstin,
                gstin,
                $"Send it with the profile of {given.Gstin}, or correct SellerGstin.");
            given.StateCode ??= StateOf(given.Gstin);
            return false;
        }
        if (own is not null)
            CopyMissing(own, given);
        given.StateCode ??= StateOf(given.Gstin);
        return true;
    }

    private static void CopyMissing(SellerDetails own, SellerDetails given)
    {
        given.Gstin ??= own.Gstin;
        given.LegalName ??= own.LegalName;
        given.TradeName ??= own.TradeName;
        given.Phone ??= own.Phone;
        given.Email ??= own.Email;
        // An address is one thing: half of a row's and half of the profile's would be nobody's.
        if (given.Address1 is not null || given.Location is not null || given.Pin is not null)
            return;
        given.Address1 = own.Address1;
        given.Address2 ??= own.Address2;
        given.Location = own.Location;
        given.Pin = own.Pin;
        given.StateCode ??= own.StateCode;
    }

    private static void FillBuyer(InvoiceDraft draft)
    {
        OctaInvoice invoice = draft.Invoice;
        if (invoice.Buyer is not BuyerDetails buyer)
            return;
        if (SupplyKind.IsExport(invoice.Transaction!.SupplyType))
        {
            buyer.Gstin ??= "URP";
            buyer.StateCode ??= SupplyKind.OtherCountries;
            buyer.PlaceOfSupply ??= SupplyKind.OtherCountries;
            buyer.Pin ??= PinAbroad;
            return;
        }
        buyer.StateCode ??= StateOf(buyer.Gstin);
        // A state in words has its own issue; it is not made the place of supply as well.
        string? state = IsStateCode(buyer.StateCode) ? buyer.StateCode : StateOf(buyer.Gstin);
        if (buyer.PlaceOfSupply is not null || state is null || draft.Issues.Has(PlaceOfSupply, new Place(null)))
            return;
        buyer.PlaceOfSupply = state;
        draft.Notes.Add($"Place of supply of {invoice.DocumentType} {invoice.DocumentNumber} is taken from the buyer's state, {state}.");
    }

    private static void FillItems(OctaInvoice invoice)
    {
        if (invoice.Items is null)
            return;
        NumberLines(invoice.Items);
        foreach (InvoiceItem item in invoice.Items)
        {
            if (item.HsnCode is { Length: >= 4 } hsn)
                item.IsService ??= hsn.StartsWith("99", StringComparison.Ordinal) ? "Y" : "N";
        }
    }

    // A line without a number gets its position, or the next number that no other line has.
    private static void NumberLines(List<InvoiceItem> items)
    {
        if (!items.Exists(item => item.LineNumber is null))
            return;
        var taken = new HashSet<string?>(items.Select(item => item.LineNumber?.TrimStart('0')), StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            int number = i + 1;
            while (items[i].LineNumber is null && !taken.Add(number.ToString(CultureInfo.InvariantCulture)))
                number++;
            items[i].LineNumber ??= number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static bool IsStateCode(string? code) => code is { Length: 1 or 2 } && char.IsDigit(code[0]) && char.IsDigit(code[code.Length - 1]);

    private static string? StateOf(string? gstin) => gstin is { Length: 15 } && char.IsDigit(gstin[0]) && char.IsDigit(gstin[1]) ? gstin.Substring(0, 2) : null;
}
