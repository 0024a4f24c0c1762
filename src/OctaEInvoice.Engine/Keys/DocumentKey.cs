namespace OctaEInvoice.Engine.Keys;

/// <summary>What makes two documents one at the portal: seller, financial year, type and number in upper case.</summary>
/// <param name="SellerGstin">GSTIN of the seller.</param>
/// <param name="FinancialYear">YYYY-YY.</param>
/// <param name="Type">INV, CRN or DBN.</param>
/// <param name="Number">Number in upper case: to the portal inv-1 and INV-1 are one document.</param>
public readonly record struct DocumentKey(string SellerGstin, string FinancialYear, string Type, string Number)
{
    /// <summary>The key of a document.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns>The key; null when one of the four parts is missing.</returns>
    public static DocumentKey? Of(OctaInvoice invoice)
    {
        if (invoice.Gstin is not { Length: > 0 } gstin || invoice.DocumentType is not { Length: > 0 } type
            || invoice.DocumentNumber is not { Length: > 0 } number || invoice.DocumentDate is not IndiaDate date)
            return null;
        return Of(gstin, date, type, number);
    }

    /// <summary>The key made of its parts.</summary>
    /// <param name="gstin">GSTIN of the seller.</param>
    /// <param name="date">Date of the document.</param>
    /// <param name="type">Type of the document.</param>
    /// <param name="number">Number in any letter case.</param>
    /// <returns>The key.</returns>
    public static DocumentKey Of(string gstin, IndiaDate date, string type, string number) =>
        new(gstin.ToUpperInvariant(), Keys.FinancialYear.Of(date), type.ToUpperInvariant(), number.ToUpperInvariant());

    /// <inheritdoc/>
    public override string ToString() => $"{SellerGstin}|{FinancialYear}|{Type}|{Number}";
}
