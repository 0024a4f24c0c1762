using OctaEInvoice.Sandbox.Print;

namespace OctaEInvoice.Tests.Sandbox.Print;

/// <summary>Documents to print, after the sample of octa-api.</summary>
internal static class PdfSamples
{
    public const string Irn = "35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe";

    public static readonly EInvoicePrint Invoice = new()
    {
        Title = "Tax Invoice",
        Irn = Irn,
        AckNumber = "112010000002315",
        AckTime = "27/11/2020 17:23:45",
        DocumentNumber = "MAHI/10",
        DocumentDate = "08/08/2020",
        Details = [new("Supply type", "B2B, reverse charge"), new("Place of supply", "37 Andhra Pradesh")],
        Parties =
        [
            new("Seller", ["29AABCT1332L000", "ABC company pvt ltd (NIC Industries)", "5th block, kuvempu layout", "GANDHINAGAR 560001, 29 Karnataka"]),
            new("Buyer", ["29AWGPV7107B1Z1", "XYZ company pvt ltd", "7th block, kuvempu layout", "GANDHINAGAR 560004, 29 Karnataka"]),
            new("Ship to", ["CBE company pvt ltd", "Banagalore 518360"]),
        ],
        Items = [Item(1, "Rice")],
        Amounts = [new("Taxable value", 9978.84m), new("IGST", 1197.46m), new("Cess", 508.94m), new("State cess", 1202.46m), new("Other charges", 20m), new("Round off", 0.3m)],
        Total = 12908m,
        QrText = "eyJhbGciOiJSUzI1NiJ9." + new string('A', 900),
    };

    public static readonly EwayBillPrint EwayBill = new()
    {
        EwbNumber = "191008688443",
        EwbTime = "27/11/2020 17:23:45",
        ValidUntil = "29/11/2020 17:23:45",
        Irn = Irn,
        DocumentNumber = "MAHI/10",
        DocumentDate = "08/08/2020",
        Details = [new("Supply type", "Outward, supply"), new("Distance", "100 km")],
        Parties = Invoice.Parties,
        Items = Invoice.Items,
        Total = 12908m,
        Transport = [new("Mode", "Road"), new("Vehicle", "KA123456 (regular)"), new("Transporter", "12AWGPV7107B1Z1 XYZ EXPORTS")],
        QrText = "191008688443/29AABCT1332L000/27/11/2020 17:23:45",
    };

    public static PrintedItem Item(int number, string description) => new()
    {
        LineNumber = $"{number}",
        Description = description,
        HsnCode = "1001",
        Quantity = 100.345m,
        Unit = "NOS",
        UnitPrice = 99.545m,
        Discount = 10m,
        TaxableValue = 9978.84m,
        GstRate = 12m,
        Tax = 2908.86m,
        Total = 12897.7m,
    };
}
