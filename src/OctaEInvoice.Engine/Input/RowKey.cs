using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>To which document a row belongs, as far as the row says so: what it leaves out or gives unreadably is null.</summary>
/// <param name="Number">Document number in upper case.</param>
/// <param name="Seller">GSTIN of the seller in upper case.</param>
/// <param name="Type">INV, CRN or DBN.</param>
/// <param name="FinancialYear">YYYY-YY of the document's date.</param>
internal readonly record struct RowKey(string? Number, string? Seller, string? Type, string? FinancialYear)
{
    private static readonly FieldFacts TypeFacts = FieldTable.ByPath("DocDtls.Typ");

    /// <summary>The document's key; null while one of its four parts is not known.</summary>
    internal DocumentKey? Document => Number is not null && Seller is not null && Type is not null && FinancialYear is not null
        ? new DocumentKey(Seller, FinancialYear, Type, Number)
        : null;

    /// <summary>How many of the four parts are known.</summary>
    internal int KnownParts => (Number is null ? 0 : 1) + (Seller is null ? 0 : 1) + (Type is null ? 0 : 1) + (FinancialYear is null ? 0 : 1);

    internal static RowKey Of(GivenRow row, string? sellerGstin)
    {
        RowColumns columns = row.Columns;
        GivenValue number = row.Value(columns.Number);
        return number.IsNone
            ? default
            : new RowKey(
                number.ToString().ToUpperInvariant(),
                SellerOf(row.Value(columns.SellerGstin), sellerGstin),
                TypeOf(row.Value(columns.Type)),
                YearOf(row.Value(columns.Date)));
    }

    /// <summary>True when nothing that two rows say speaks against their being of one document.</summary>
    internal bool MayBe(RowKey other) =>
        Number == other.Number && Agree(Seller, other.Seller) && Agree(Type, other.Type) && Agree(FinancialYear, other.FinancialYear);

    /// <summary>What two rows of one document say together.</summary>
    internal RowKey With(RowKey other) =>
        new(Number ?? other.Number, Seller ?? other.Seller, Type ?? other.Type, FinancialYear ?? other.FinancialYear);

    private static bool Agree(string? mine, string? other) => mine is null || other is null || string.Equals(mine, other, StringComparison.Ordinal);

    private static string? SellerOf(GivenValue value, string? sellerGstin)
    {
        string? gstin = value.IsNone ? sellerGstin : value.ToString();
        return Gstin.IsWellFormed(gstin?.ToUpperInvariant()) ? gstin!.ToUpperInvariant() : null;
    }

    private static string? TypeOf(GivenValue value)
    {
        if (value.IsNone)
            return null;
        string type = TextFieldReader.Normalise(value.ToString(), TypeFacts);
        return TypeFacts.Values.Contains(type) ? type : null;
    }

    private static string? YearOf(GivenValue value)
    {
        if (value.Date is DateTime typed)
            return Keys.FinancialYear.Of(new IndiaDate(typed));
        return IndiaDate.TryParse(value.Text, out IndiaDate date) ? Keys.FinancialYear.Of(date) : null;
    }
}
