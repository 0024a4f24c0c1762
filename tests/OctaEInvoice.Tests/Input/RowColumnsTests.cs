using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class RowColumnsTests
{
    [Fact]
    public void A_column_that_names_no_field_is_named_once_with_the_nearest_name()
    {
        var intake = new InvoiceIntake();
        Intake.Drafts(intake, SampleRow.With(("BuyerGSTN", "x"), ("Colour", "red")), SampleRow.With(("BuyerGSTN", "y"), ("Colour", "blue")));
        Assert.Equal(
            [
                "Column 'BuyerGSTN' names no field and is not read; did you mean BuyerGstin?",
                "Column 'Colour' names no field and is not read; docs/csv-format.md lists all columns.",
            ],
            intake.ColumnWarnings);
    }

    [Fact]
    public void Rows_of_alternating_shapes_do_not_repeat_a_warning()
    {
        var intake = new InvoiceIntake();
        Dictionary<string, object?> first = SampleRow.With(("Colour", "red"));
        Dictionary<string, object?> second = SampleRow.With(("Colour", "red"), ("Remarks", "Second shape"));
        Intake.Drafts(intake, first, second, first, second, first);
        Assert.Single(intake.ColumnWarnings);
    }

    [Fact]
    public void The_map_wins_over_the_friendly_name_and_that_over_NICs_path_wherever_the_columns_stand()
    {
        var map = new ColumnMap();
        map.Add("Bill To", "BuyerLegalName");
        var row = SampleRow.Without("BuyerLegalName", "Quantity");
        row["ItemList.Qty"] = "99";
        row["Quantity"] = "3";
        row["BuyerDtls.LglNm"] = "By path";
        row["BuyerLegalName"] = "By friendly name";
        row["Bill To"] = "By the map";
        var intake = new InvoiceIntake(columnMap: map);
        OctaInvoice invoice = Assert.Single(Intake.Drafts(intake, row)).Invoice;
        Assert.Equal("By the map", invoice.Buyer!.LegalName);
        Assert.Equal(3, invoice.Items![0].Quantity);
        Assert.Equal(
            [
                "Column 'ItemList.Qty' is not read: column 'Quantity' gives Quantity already.",
                "Column 'BuyerDtls.LglNm' is not read: column 'Bill To' gives BuyerLegalName already.",
                "Column 'BuyerLegalName' is not read: column 'Bill To' gives BuyerLegalName already.",
            ],
            intake.ColumnWarnings);
    }

    [Fact]
    public void Of_two_columns_with_one_meaning_the_first_is_read()
    {
        var intake = new InvoiceIntake();
        OctaInvoice invoice = Assert.Single(Intake.Drafts(intake, SampleRow.With(("Buyer Location", "Mysuru")))).Invoice;
        Assert.Equal("Bengaluru", invoice.Buyer!.Location);
        Assert.Equal("Column 'Buyer Location' is not read: column 'BuyerLocation' gives BuyerLocation already.", Assert.Single(intake.ColumnWarnings));
    }

    [Fact]
    public void Numbered_columns_fill_the_entries_of_a_list_and_gaps_are_closed()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(
            ("AttributeName", "Grade"),
            ("AttributeValue", "EN8"),
            ("AttributeName3", "Heat"),
            ("AttributeValue3", "H-2291"),
            ("PrecedingDocumentNumber2", "V/26-27/88"),
            ("PrecedingDocumentDate2", "01/10/2026"),
            ("PurchaseOrderNumber", "PO-7781"),
            ("PurchaseOrderNumber2", "PO-7790")));
        Assert.Equal([("Grade", "EN8"), ("Heat", "H-2291")], invoice.Items![0].Attributes!.Select(a => (a.Name, a.Value)));
        PrecedingDocument preceding = Assert.Single(invoice.References!.PrecedingDocuments!);
        Assert.Equal(("V/26-27/88", new IndiaDate(2026, 10, 1)), (preceding.Number, preceding.Date));
        Assert.Equal(["PO-7781", "PO-7790"], invoice.References.Contracts!.Select(c => c.PurchaseOrderNumber));
    }
}
