namespace OctaEInvoice.Tests.Input;

/// <summary>One good row with the columns that a document can't do without; tests change a cell or two.</summary>
internal static class SampleRow
{
    internal const string Seller = "27AADCV4821M1Z0";
    internal const string Buyer = "29AAHCK7310R1ZV";
    internal const string LocalBuyer = "27AABCS7712K1Z5";

    internal static Dictionary<string, object?> With(params (string Column, object? Cell)[] cells)
    {
        var row = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["DocumentType"] = "INV",
            ["DocumentNumber"] = "V/26-27/101",
            ["DocumentDate"] = "15/11/2026",
            ["SellerGstin"] = Seller,
            ["SellerLegalName"] = "Vindhya Components Private Limited",
            ["SellerAddress1"] = "Plot 14, MIDC Bhosari",
            ["SellerLocation"] = "Pune",
            ["SellerPin"] = "411026",
            ["BuyerGstin"] = Buyer,
            ["BuyerLegalName"] = "Kaveri Machine Tools Limited",
            ["BuyerAddress1"] = "22 Peenya Industrial Area",
            ["BuyerLocation"] = "Bengaluru",
            ["BuyerPin"] = "560058",
            ["HsnCode"] = "84831091",
            ["Quantity"] = "10",
            ["Unit"] = "NOS",
            ["UnitPrice"] = "100",
            ["GstRate"] = "18",
        };
        foreach ((string column, object? cell) in cells)
            row[column] = cell;
        return row;
    }

    internal static Dictionary<string, object?> Without(params string[] columns)
    {
        Dictionary<string, object?> row = With();
        foreach (string column in columns)
            row.Remove(column);
        return row;
    }
}
