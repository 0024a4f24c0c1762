using System.Globalization;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Decides whether an IRN that exists already belongs to the document at hand. Only what the portal signed counts.</summary>
internal static class Adoption
{
    /// <summary>Compares.</summary>
    /// <param name="invoice">The document that was to be registered.</param>
    /// <param name="found">What the look-up answered.</param>
    /// <param name="difference">What differs, as a sentence; null when nothing does.</param>
    /// <returns>The verdict.</returns>
    internal static AdoptionVerdict Judge(OctaInvoice invoice, IrnResult found, out string? difference)
    {
        difference = null;
        if (found.IrnStatus == RecordStatus.Cancelled)
        {
            difference = $"IRN {found.Irn} of this number is cancelled.";
            return AdoptionVerdict.Cancelled;
        }
        if (found.IrnStatus != RecordStatus.Active)
        {
            difference = "The answer does not say whether the IRN is active.";
            return AdoptionVerdict.Unknown;
        }
        if (SignedQr.Read(found.SignedQrCode) is not SignedQr signed)
        {
            difference = "The answer has no signed QR code that could be compared.";
            return AdoptionVerdict.Unknown;
        }
        difference = Difference(invoice, signed);
        return difference is null ? AdoptionVerdict.Same : AdoptionVerdict.Different;
    }

    /// <summary>Whether an answer belongs to another document than the one asked about, as a mixed-up proxy gives it: seller, financial year, type or number differ.</summary>
    /// <param name="invoice">The document asked about.</param>
    /// <param name="answered">What the answer says.</param>
    /// <returns>True when the portal signed another document's key; false also when the answer has nothing signed to tell by.</returns>
    internal static bool IsOfAnother(OctaInvoice invoice, IrnResult answered)
    {
        if (DocumentKey.Of(invoice) is not DocumentKey key || string.Equals(answered.Irn, IrnHash.Compute(key), StringComparison.OrdinalIgnoreCase))
            return false;
        return SignedQr.Read(answered.SignedQrCode) is { SellerGstin: string gstin, DocumentDate: IndiaDate date, DocumentType: string type, DocumentNumber: string number }
            && DocumentKey.Of(gstin.Trim(), date, type.Trim(), number.Trim()) != key;
    }

    private static string? Difference(OctaInvoice invoice, SignedQr signed) =>
        Text("seller", signed.SellerGstin, invoice.Seller?.Gstin)
        ?? Text("buyer", signed.BuyerGstin, invoice.Buyer?.Gstin)
        ?? Text("type", signed.DocumentType, invoice.DocumentType)
        ?? Text("number", signed.DocumentNumber, invoice.DocumentNumber)
        ?? Text("date", signed.DocumentDate?.ToString(), invoice.DocumentDate?.ToString())
        ?? Total(signed.InvoiceTotal, invoice.Totals?.Total)
        ?? Text("number of lines", Describe(signed.ItemCount), Describe(invoice.Items?.Count));

    private static string? Text(string what, string? registered, string? given) =>
        string.Equals(registered?.Trim(), given?.Trim(), StringComparison.OrdinalIgnoreCase)
            ? null
            : $"The registered document has {what} '{registered}', this one '{given}'.";

    private static string? Total(decimal? registered, decimal? given) => registered == given
        ? null
        : string.Format(CultureInfo.InvariantCulture, "The registered document has the total {0}, this one {1}.", registered, given);

    private static string? Describe(int? count) => count?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Whether a document found at the server is the one that was to be registered.</summary>
internal enum AdoptionVerdict
{
    /// <summary>It is: seller, buyer, type, number, date, total and item count agree.</summary>
    Same,

    /// <summary>Another document has the number.</summary>
    Different,

    /// <summary>It is cancelled: its number can't be used again.</summary>
    Cancelled,

    /// <summary>The answer has no signed data to compare.</summary>
    Unknown,
}
