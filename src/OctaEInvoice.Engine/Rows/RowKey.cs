using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Irns;
using OctaEInvoice.Engine.Values;

namespace OctaEInvoice.Engine.Rows;

/// <summary>To which document a row belongs, as far as the row says so.</summary>
/// <param name="Number">Document number in upper case; null when the row has none.</param>
/// <param name="Document">The whole key; null when type or date can't be read.</param>
internal readonly record struct RowKey(string? Number, DocumentKey? Document)
{
    private static readonly FieldFacts TypeFacts = FieldTable.ByPath("DocDtls.Typ");

    internal static RowKey Of(GivenRow row, string? sellerGstin)
    {
        RowColumns columns = row.Columns;
        GivenValue number = row.Value(columns.Number);
        if (number.IsNone)
            return default;
        string upper = number.ToString().ToUpperInvariant();
        GivenValue type = row.Value(columns.Type);
        GivenValue seller = row.Value(columns.SellerGstin);
        if (type.IsNone || DateOf(row.Value(columns.Date)) is not IndiaDate date)
            return new RowKey(upper, null);
        string gstin = seller.IsNone ? sellerGstin ?? "" : seller.ToString();
        return new RowKey(upper, DocumentKey.Of(gstin, date, TextReading.Normalise(type.ToString(), TypeFacts), upper));
    }

    private static IndiaDate? DateOf(GivenValue value)
    {
        if (value.Date is DateTime typed)
            return new IndiaDate(typed);
        return IndiaDate.TryParse(value.Text, out IndiaDate date) ? date : null;
    }
}
