using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.Input;

public class ExampleFilesTests
{
    private static readonly Regex WrittenDate = new(@"^(\d{1,2}[/-](\d{1,2}|[A-Za-z]{3})[/-]\d{4}|\d{4}-\d{2}-\d{2})$");

    private static readonly Regex MapEntry = new("^ +'([^']+)' += '([^']+)'", RegexOptions.Multiline);

    private const string Seller = "27AADCV4821M1Z0";

    private static readonly IndiaDate Today = new(2026, 11, 22);

    /// <summary>Ends and beginnings of months, years and financial years, a leap day, and days after the years of NIC's published schema.</summary>
    public static TheoryData<string> Days() =>
    [
        "2026-09-23", "2026-11-22", "2026-12-31", "2027-01-01", "2027-03-30", "2027-03-31", "2027-04-01", "2027-04-02", "2027-04-15", "2027-04-25",
        "2028-02-28", "2028-02-29", "2028-03-01", "2029-12-31", "2030-01-01", "2031-06-15", "2050-06-15",
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public void The_example_invoices_pass_all_rules_of_production_on_any_day(string today)
    {
        (List<InvoiceDraft> drafts, List<string> warnings) = Checked("invoices.csv", today: Day(today));
        Assert.Empty(warnings);
        Assert.Equal((37, 77), (drafts.Count, drafts.Sum(draft => draft.Rows.Count)));
        Issue late = Assert.Single(drafts.SelectMany(draft => draft.Issues.All));
        Assert.Equal((IssueSeverity.Warning, "2305", "DocumentDate", 65), (late.Severity, late.NicCode, late.Column, late.Row));
        Assert.DoesNotContain(drafts, draft => draft.Issues.HasErrors);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_dates_of_the_example_invoices_stay_in_their_order_on_any_day(string today)
    {
        OctaInvoice[] invoices = [.. Checked("invoices.csv", today: Day(today)).Drafts.Select(draft => draft.Invoice)];
        Assert.All(invoices, invoice => Assert.True(invoice.DocumentDate < Day(today)));
        Assert.Equal(4, invoices.Count(invoice => invoice.References?.PrecedingDocuments is { Count: > 0 } before && before.TrueForAll(document => document.Date < invoice.DocumentDate)));
        Assert.Equal(2, invoices.Count(invoice => invoice.References?.Contracts?[0].PurchaseOrderDate < invoice.DocumentDate));
        Assert.Equal(3, invoices.Count(invoice => invoice.References?.Period is DocumentPeriod period && period.StartDate < period.EndDate));
        Assert.Equal(5, invoices.Count(invoice => invoice.Transport?.TransportDocumentDate is IndiaDate sent && sent >= invoice.DocumentDate && sent < Day(today)));
        Assert.Equal(2, invoices.Count(invoice => invoice.Export?.ShippingBillDate >= invoice.DocumentDate));
        Assert.All(invoices.SelectMany(invoice => invoice.Items!).Where(item => item.Batch?.ExpiryDate is not null), item => Assert.True(item.Batch!.ExpiryDate > Day(today)));
    }

    [Fact]
    public void No_example_has_a_date_that_the_days_leave_behind()
    {
        foreach (string name in (string[])["invoices.csv", "broken.csv", "own-columns.csv"])
        {
            (_, List<string[]> rows) = CsvFile.Read(RepositoryFiles.PathOf("examples", name));
            // History stays: the day of an invoice before the rates of 22/09/2025, and the one that is in no calendar.
            string[] written = [.. rows.SelectMany(row => row).Where(cell => WrittenDate.IsMatch(cell)).Distinct().Except(["12/08/2025", "15-Jul-2025", "31/11/2026"])];
            Assert.Empty(written);
        }
    }

    [Fact]
    public void The_example_invoices_show_every_kind_of_document()
    {
        List<OctaInvoice> invoices = [.. Checked("invoices.csv").Drafts.Select(draft => draft.Invoice)];
        Assert.Equal(["B2B", "DEXP", "EXPWOP", "EXPWP", "SEZWOP", "SEZWP"], invoices.Select(invoice => invoice.Transaction!.SupplyType!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["CRN", "DBN", "INV"], invoices.Select(invoice => invoice.DocumentType!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["", "1", "2", "3", "4"], invoices.Where(invoice => invoice.Transport is not null).Select(invoice => invoice.Transport!.TransportMode ?? "").Distinct().Order(StringComparer.Ordinal));
        Assert.True(invoices.Select(invoice => invoice.Buyer!.PlaceOfSupply).Distinct().Count() > 15);
        Assert.Contains(invoices, invoice => invoice.Transaction!.ReverseCharge == "Y" && invoice.Totals!.Total == invoice.Totals.TaxableValue);
        Assert.Contains(invoices, invoice => invoice.Totals!.RoundOff > 0);
        Assert.Contains(invoices, invoice => invoice.Totals!.RoundOff < 0);
        Assert.Contains(invoices, invoice => invoice.Totals!.Cess > 0);
        Assert.Contains(invoices, invoice => invoice.Totals!.StateCess > 0);
        Assert.Contains(invoices, invoice => invoice.Rows.Zip(invoice.Rows.Skip(1), (a, b) => b - a).Any(step => step > 1));
        Assert.All(invoices.SelectMany(Gstins), gstin => Assert.True(Gstin.HasValidCheckDigit(gstin), gstin));
    }

    [Theory]
    [InlineData("V/26-27/1041", 71429.38, 12857.29, 0, 84286.67)]
    [InlineData("V/26-27/1042", 101076.00, 0, 18193.68, 119270.00)]
    [InlineData("V/26-27/1045", 375000.00, 0, 67500.00, 442500.00)]
    [InlineData("SEZ-26/0088", 721200.00, 129816.00, 0, 851016.00)]
    [InlineData("EXP/26-27/33", 846250.00, 0, 0, 846250.00)]
    [InlineData("CN/26-27/017", 41640.00, 0, 11659.20, 58296.00)]
    [InlineData("V/26-27/1049", 214879.93, 0, 38678.38, 253558.00)]
    public void The_amounts_of_an_example_are_what_its_seller_would_print(string number, decimal taxable, decimal igst, decimal cgstAndSgst, decimal total)
    {
        InvoiceTotals totals = Checked("invoices.csv").Drafts.Single(draft => draft.Invoice.DocumentNumber == number).Invoice.Totals!;
        Assert.Equal((taxable, igst, cgstAndSgst, total), (totals.TaxableValue, totals.Igst, totals.Cgst + totals.Sgst, totals.Total));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_broken_examples_have_the_faults_that_they_are_meant_to_show_on_any_day(string today)
    {
        List<InvoiceDraft> drafts = Checked("broken.csv", seller: new SellerDetails { Gstin = Seller }, today: Day(today)).Drafts;
        Assert.Equal(
            [
                "X-102 row 3 DocumentDate: It is not a date.",
                "X-103 row 4 BuyerStateCode: The state is not that of the buyer's GSTIN.",
                "X-104 row 5 UnitPrice: It is not a number: write digits with a point before the decimals and no currency sign, such as 12908.50.",
                "X-105 row 6 BuyerGstin: It is missing.",
                "X-105 row 6 BuyerLegalName: It is missing.",
                "X-105 row 6 BuyerAddress1: It is missing.",
                "X-105 row 6 BuyerLocation: It is missing.",
                "X-106 row 7 UnitPrice: Its commas are no complete groups: write 12908.50, 1,23,456.00 or 123,456.00, with a point before the decimals.",
                "X-107 row 8 HsnCode: It has not the required form.",
                " row 9 DocumentNumber: A spreadsheet has turned it into scientific notation and digits are lost.",
                "X-110 row 12 BuyerGstin: Rows 11 and 12 of one document disagree in BuyerGstin, BuyerLegalName, BuyerAddress1, BuyerLocation, BuyerPin.",
                "X-111 row 14 DocumentNumber: The row has no document number, so it can't be known whether it is a line of the document before it.",
                "X-112 row 15 SellerGstin: The document is of another seller than the connection.",
                "X-114 row 18 GstRate: The rate is a fraction, as a spreadsheet's column formatted as percent holds it: 0.18 for 18 %.",
                "X-115 row 19 BuyerGstin: The GSTIN's check digit is wrong: a character is mistyped.",
                "X-116 row 20 VehicleNumber: Transport by road needs the vehicle's number.",
                "X-116 row 20 VehicleType: Transport by road needs the vehicle's type.",
                "X-117 row 21 DocumentDate: The document date lies in the future.",
            ],
            drafts.SelectMany(draft => draft.Issues.All.Where(issue => issue.Severity == IssueSeverity.Error)
                .Select(issue => $"{draft.Invoice.DocumentNumber} row {issue.Row} {issue.Column}: {issue.Message}")));
        Assert.Equal(["X-101", "X-109", "X-113", "X-118"], drafts.Where(draft => !draft.Issues.HasErrors).Select(draft => draft.Invoice.DocumentNumber));
        Assert.Equal("Row 17 repeats row 16 in every cell, so its amounts count twice.", Assert.Single(drafts.Single(draft => draft.Invoice.DocumentNumber == "X-113").Issues.All).Message);
    }

    [Fact]
    public void What_an_HSN_may_be_is_said_once()
    {
        (List<InvoiceDraft> drafts, _) = Checked("broken.csv");
        Assert.Equal("4, 6 or 8 digits, not all zero", Assert.Single(drafts.Single(draft => draft.Invoice.DocumentNumber == "X-107").Issues.All).Expected);
    }

    [Fact]
    public void Without_a_seller_the_seller_alone_is_found_missing()
    {
        (List<InvoiceDraft> drafts, _) = Checked("own-columns.csv", OwnColumns());
        Assert.All(drafts, draft => Assert.Equal(["SellerGstin", "SellerLegalName", "SellerAddress1", "SellerLocation", "SellerPin"], draft.Issues.All.Select(issue => issue.Column)));
    }

    [Fact]
    public void An_accounting_programs_own_columns_are_read_through_the_map()
    {
        ColumnMap map = OwnColumns();
        var profile = new SellerDetails { Gstin = Seller, LegalName = "Vindhya Mercantile Private Limited", Address1 = "Plot 14", Location = "Pune", Pin = 411026 };
        (List<InvoiceDraft> drafts, List<string> warnings) = Checked("own-columns.csv", map, profile);
        Assert.Equal("Column 'Godown' names no field and is not read; docs/csv-format.md lists all columns.", Assert.Single(warnings));
        Assert.Empty(drafts.SelectMany(draft => draft.Issues.All).Select(issue => issue.ToString()));
        Assert.Equal(
            [("INV", "B/2611/205", 58408.00m, 0.36m), ("INV", "B/2611/206", 37336.38m, null), ("CRN", "C/2611/018", 1100.35m, (decimal?)null)],
            drafts.Select(draft => (draft.Invoice.DocumentType!, draft.Invoice.DocumentNumber!, draft.Invoice.Totals!.Total!.Value, draft.Invoice.Totals.RoundOff)));
    }

    [Theory]
    [InlineData("invoices.csv")]
    [InlineData("broken.csv")]
    [InlineData("own-columns.csv")]
    public void An_example_is_UTF8_without_a_byte_order_mark_and_every_row_is_complete(string name)
    {
        Assert.NotEqual(0xEF, File.ReadAllBytes(RepositoryFiles.PathOf("examples", name))[0]);
        (string[] columns, List<string[]> rows) = CsvFile.Read(RepositoryFiles.PathOf("examples", name));
        Assert.All(rows, row => Assert.Equal(columns.Length, row.Length));
        if (name != "own-columns.csv")
            Assert.All(columns, column => Assert.Contains(ColumnNames.Find(column)?.Facts, FieldTable.All));
    }

    private static IEnumerable<string> Gstins(OctaInvoice invoice) =>
        new[] { invoice.Gstin, invoice.Buyer!.Gstin, invoice.ShipTo?.Gstin, invoice.Transport?.TransporterId }.Where(gstin => gstin is not (null or "URP"))!;

    private static IndiaDate Day(string iso) => IndiaDate.TryParse(iso, out IndiaDate day) ? day : throw new FormatException(iso);

    private static (List<InvoiceDraft> Drafts, List<string> Warnings) Checked(string name, ColumnMap? map = null, SellerDetails? seller = null, IndiaDate? today = null)
    {
        (string[] columns, List<string[]> rows) = CsvFile.Read(RepositoryFiles.PathOf("examples", name));
        var intake = new InvoiceIntake(seller, map, exampleClock: MovableClock.NoonOf(today ?? Today));
        foreach (string[] row in rows)
            intake.AddRow(columns, [.. row]);
        List<InvoiceDraft> drafts = [.. intake.Complete()];
        foreach (InvoiceDraft draft in drafts)
            InvoiceRules.Check(draft.Invoice, new RuleSettings { Environment = OctaEnvironment.Production, Today = today ?? Today }, draft.Issues);
        return (drafts, [.. intake.ColumnWarnings]);
    }

    internal static ColumnMap OwnColumns()
    {
        var map = new ColumnMap();
        foreach (Match entry in MapEntry.Matches(File.ReadAllText(RepositoryFiles.PathOf("examples", "own-columns.psd1"))))
            map.Add(entry.Groups[1].Value, entry.Groups[2].Value);
        return map;
    }
}
