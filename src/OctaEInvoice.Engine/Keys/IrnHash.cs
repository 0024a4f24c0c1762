using System.Text;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Keys;

/// <summary>Computes Invoice Reference Numbers as the portal does (nic-rules 2.3).</summary>
public static class IrnHash
{
    /// <summary>The day from which the portal writes the number in upper case before hashing (GSTN advisory of 4 April 2025).</summary>
    public static readonly IndiaDate UpperCaseSince = new(2025, 6, 1);

    /// <summary>The IRN of a document registered now: the number counts in upper case.</summary>
    /// <param name="key">The document's key.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(DocumentKey key) => Compute(key.SellerGstin, key.FinancialYear, key.Type, key.Number);

    /// <summary>The IRN of exactly these four parts; documents registered before June 2025 have the number as it was typed.</summary>
    /// <param name="sellerGstin">GSTIN of the seller.</param>
    /// <param name="financialYear">YYYY-YY.</param>
    /// <param name="type">INV, CRN or DBN.</param>
    /// <param name="number">Number, in the letter case that is to count.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(string sellerGstin, string financialYear, string type, string number) =>
        Sha256.HexOf(Encoding.UTF8.GetBytes(string.Concat(sellerGstin, financialYear, type, number)));

    /// <summary>The IRN that a document will get, or null while one of the four parts is missing.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns>64 lower-case hexadecimal digits, or null.</returns>
    public static string? Expected(OctaInvoice invoice) => DocumentKey.Of(invoice) is DocumentKey key ? Compute(key) : null;
}
