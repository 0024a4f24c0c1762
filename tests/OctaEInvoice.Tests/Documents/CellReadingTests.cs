using OctaEInvoice.Tests.Input;

namespace OctaEInvoice.Tests.Documents;

/// <summary>What becomes of cells of single fields: the forms that are understood, and what is refused with which remedy.</summary>
public class CellReadingTests
{
    [Fact]
    public void Codes_flags_and_numbers_of_telephones_and_vehicles_come_to_their_one_form()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(
            ("DocumentType", "invoice"),
            ("SupplyType", "b2b"),
            ("ReverseCharge", "no"),
            ("BuyerGstin", " 29aahck7310r1zv "),
            ("BuyerStateCode", "29-Karnataka"),
            ("PlaceOfSupply", "7"),
            ("BuyerPhone", "+91 98450-12345"),
            ("BuyerPin", "560 058"),
            ("Unit", "nos-numbers"),
            ("TransportMode", "Road"),
            ("VehicleNumber", "mh 14-GT 4821"),
            ("VehicleType", "regular"),
            ("Distance", "840")));
        Assert.Equal("INV", invoice.DocumentType);
        Assert.Equal("B2B", invoice.Transaction!.SupplyType);
        Assert.Equal("N", invoice.Transaction.ReverseCharge);
        Assert.Equal("29AAHCK7310R1ZV", invoice.Buyer!.Gstin);
        Assert.Equal("29", invoice.Buyer.StateCode);
        Assert.Equal("07", invoice.Buyer.PlaceOfSupply);
        Assert.Equal("919845012345", invoice.Buyer.Phone);
        Assert.Equal(560058, invoice.Buyer.Pin);
        Assert.Equal("NOS", invoice.Items![0].Unit);
        Assert.Equal(("1", "mh14GT4821", "R", 840), (invoice.Transport!.TransportMode, invoice.Transport.VehicleNumber, invoice.Transport.VehicleType, invoice.Transport.Distance));
    }

    [Theory]
    [InlineData("Y", "Y")]
    [InlineData("y", "Y")]
    [InlineData("Yes", "Y")]
    [InlineData("TRUE", "Y")]
    [InlineData(true, "Y")]
    [InlineData("n", "N")]
    [InlineData("No", "N")]
    [InlineData("False", "N")]
    [InlineData(false, "N")]
    public void Yes_and_no_are_read_in_words_and_as_truth_values(object cell, string flag) =>
        Assert.Equal(flag, Intake.Invoice(SampleRow.With(("ReverseCharge", cell))).Transaction!.ReverseCharge);

    [Theory]
    [InlineData("INV", "INV")]
    [InlineData("Tax Invoice", "INV")]
    [InlineData("Credit Note", "CRN")]
    [InlineData("DebitNote", "DBN")]
    [InlineData("crn", "CRN")]
    public void Document_types_are_read_as_codes_and_in_words(string cell, string type) =>
        Assert.Equal(type, Intake.Invoice(SampleRow.With(("DocumentType", cell))).DocumentType);

    [Fact]
    public void A_cell_with_line_breaks_becomes_one_line() =>
        Assert.Equal("22 Peenya Industrial Area Phase 2", Intake.Invoice(SampleRow.With(("BuyerAddress1", "22 Peenya\r\nIndustrial Area\n\tPhase 2"))).Buyer!.Address1);

    [Fact]
    public void Zeros_beyond_a_fields_decimals_are_cut()
    {
        InvoiceItem item = Intake.Invoice(SampleRow.With(("Quantity", "10.0000"), ("ItemDiscount", "25.500"), ("GstRate", 18.0m), ("UnitPrice", 100.5000m))).Items![0];
        Assert.Equal((10m, 25.50m, 18m, 100.5m), (item.Quantity, item.Discount, item.GstRate, item.UnitPrice));
    }

    [Theory]
    [InlineData("ItemDiscount", "25.505", "It has more than 2 decimals.")]
    [InlineData("Quantity", "1.0005", "It has more than 3 decimals.")]
    [InlineData("UnitPrice", 33.333333333333336, "It has more than 3 decimals.")]
    [InlineData("RoundOff", "0.001", "It has more than 2 decimals.")]
    public void Digits_beyond_a_fields_decimals_are_refused(string column, object cell, string message)
    {
        Issue issue = Intake.Issue((column, cell));
        Assert.Equal((column, message), (issue.Column, issue.Message));
    }

    [Theory]
    [InlineData("BuyerPin", "5600581")]
    [InlineData("BuyerPin", "56005")]
    [InlineData("Distance", "4001")]
    [InlineData("Distance", "-1")]
    [InlineData("CreditDays", "10000")]
    public void Whole_numbers_outside_their_range_are_refused(string column, string cell)
    {
        Issue issue = Intake.Issue((column, cell));
        Assert.Equal((column, "It is outside the allowed range.", cell), (issue.Column, issue.Message, issue.Given));
    }

    [Theory]
    [InlineData("18%", 18)]
    [InlineData("18 %", 18)]
    [InlineData("0.25%", 0.25)]
    [InlineData("0.25", 0.25)]
    [InlineData(0.1, 0.1)]
    public void A_rate_may_bear_its_percent_sign(object cell, double rate) =>
        Assert.Equal((decimal)rate, Intake.Invoice(SampleRow.With(("GstRate", cell))).Items![0].GstRate);

    [Fact]
    public void A_percent_sign_is_no_part_of_an_amount() => Assert.StartsWith("It is not a number", Intake.Issue(("ItemDiscount", "5%")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DocumentNumber", "1.23E+14")]
    [InlineData("HsnCode", "8.48E+07")]
    [InlineData("PayeeAccountNumber", "5.01E+13")]
    [InlineData("ProductSerialNumber", "9.8E+12")]
    public void A_code_in_scientific_notation_has_lost_digits_and_is_refused_with_the_remedy(string column, string cell)
    {
        Issue issue = Intake.Issue((column, cell));
        Assert.Equal("A spreadsheet has turned it into scientific notation and digits are lost.", issue.Message);
        Assert.Equal("Format the column as text, enter the value again and export again.", issue.Remedy);
        Assert.Equal((column, cell, 1), (issue.Column, issue.Given, issue.Row));
    }

    [Fact]
    public void A_typed_account_number_of_more_than_fifteen_digits_is_refused() =>
        Assert.Equal("1.23456789012346E+17", Intake.Issue(("PayeeAccountNumber", 123456789012345678.0)).Given);

    [Theory]
    [InlineData("1-Nov")]
    [InlineData("01-Nov")]
    [InlineData("Nov-26")]
    public void A_number_that_a_spreadsheet_took_for_a_day_is_refused(string cell)
    {
        Issue issue = Intake.Issue(("DocumentNumber", cell));
        Assert.Equal("A spreadsheet seems to have turned it into a date.", issue.Message);
        Assert.Contains(cell.ToUpperInvariant(), issue.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOV-26")]
    [InlineData("Nov-26/1")]
    [InlineData("1-Non")]
    [InlineData("11-26")]
    public void A_number_that_only_resembles_a_day_is_taken(string cell) =>
        Assert.Equal(cell, Intake.Invoice(SampleRow.With(("DocumentNumber", cell))).DocumentNumber);

    [Theory]
    [InlineData("DocumentNumber")]
    [InlineData("HsnCode")]
    [InlineData("BatchName")]
    public void A_typed_day_where_a_code_belongs_is_refused(string column)
    {
        Issue issue = Intake.Issue((column, new DateTime(2026, 11, 1)));
        Assert.Equal((column, "It is a date.", "2026-11-01"), (issue.Column, issue.Message, issue.Given));
    }

    [Fact]
    public void A_typed_day_in_free_text_is_written_as_a_day() =>
        Assert.Equal("2026-11-01", Intake.Invoice(SampleRow.With(("AttributeName", "Made on"), ("AttributeValue", new DateTime(2026, 11, 1)))).Items![0].Attributes![0].Value);

    [Fact]
    public void A_databases_number_is_a_code_without_its_decimals()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(("DocumentNumber", 1101.00m), ("HsnCode", 84831091.0)));
        Assert.Equal(("1101", "84831091"), (invoice.DocumentNumber, invoice.Items![0].HsnCode));
    }

    [Fact]
    public void Letters_that_a_wrong_encoding_lost_are_refused()
    {
        Issue issue = Intake.Issue(("BuyerLegalName", "K\uFFFDveri"));
        Assert.Equal("Letters were lost when the file was read with the wrong encoding.", issue.Message);
        Assert.Equal("Save the file as UTF-8, or name its encoding to Import-Csv by -Encoding.", issue.Remedy);
    }

    [Fact]
    public void Letters_of_Indian_scripts_and_signs_stay_as_they_are()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(("BuyerTradeName", "कावेरी मशीन टूल्स"), ("Description", "தண்டு 25 mm, ₹ marked")));
        Assert.Equal("कावेरी मशीन टूल्स", invoice.Buyer!.TradeName);
        Assert.Equal("தண்டு 25 mm, ₹ marked", invoice.Items![0].Description);
    }
}
