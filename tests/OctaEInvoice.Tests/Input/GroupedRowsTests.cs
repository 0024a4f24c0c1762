using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Input;

public class GroupedRowsTests
{
    [Fact]
    public void A_document_is_handed_on_as_soon_as_the_next_one_begins()
    {
        InvoiceIntake intake = Grouped();
        Assert.Null(Add(intake, "A-1"));
        Assert.Null(Add(intake, "a-1"));
        Assert.Equal([1, 2], Add(intake, "B-1")!.Invoice.Rows);
        Assert.Equal("B-1", Add(intake, "C-1")!.Invoice.DocumentNumber);
        Assert.Equal("C-1", Assert.Single(intake.Complete()).Invoice.DocumentNumber);
        Assert.Empty(intake.Complete());
    }

    [Fact]
    public void A_late_row_stops_the_run_and_names_the_IRN_to_cancel()
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "A-1");
        Add(intake, "B-1");
        var late = Assert.Throws<LateRowException>(() => Add(intake, "a-1"));
        string irn = IrnHash.Compute(SampleRow.Seller, "2026-27", "INV", "A-1");
        Assert.Equal((3, irn), (late.Row, late.Irn));
        Assert.Equal(
            "Row 3 belongs to document A-1, which was handed on without it: with -Grouped the rows of one document have to follow one another. "
            + $"If the document was registered, cancel IRN {irn} within 24 hours and register it under a new number. "
            + "Sort the file by document number, or leave out -Grouped.",
            late.Message);
    }

    [Fact]
    public void The_document_in_hand_is_not_lost_when_a_late_row_stops_the_run()
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "A-1");
        Add(intake, "B-1");
        Assert.Throws<LateRowException>(() => Add(intake, "A-1"));
        Assert.Equal("B-1", Assert.Single(intake.Complete()).Invoice.DocumentNumber);
    }

    [Theory]
    [InlineData("DocumentDate", "soon")]
    [InlineData("DocumentType", "Bill")]
    [InlineData("DocumentType", "")]
    public void A_row_with_the_number_of_an_earlier_document_and_no_readable_key_counts_as_late(string column, string cell)
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "A-1");
        Add(intake, "B-1");
        Assert.Null(Assert.Throws<LateRowException>(() => Add(intake, "A-1", (column, cell))).Irn);
    }

    [Fact]
    public void The_same_number_in_another_type_or_year_is_not_late()
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "A-1");
        Assert.Equal([1], Add(intake, "A-1", ("DocumentType", "CRN"))!.Invoice.Rows);
        Assert.Equal([2], Add(intake, "A-1", ("DocumentDate", "31/03/2026"))!.Invoice.Rows);
    }

    [Fact]
    public void An_unreadable_row_beside_its_namesake_holds_it_back()
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "A-1");
        Add(intake, "A-1", ("DocumentDate", "soon"));
        InvoiceDraft draft = Assert.Single(intake.Complete());
        Assert.Equal(("DocumentDate", 2), (Assert.Single(draft.Issues.All).Column, draft.Issues.All[0].Row));
    }

    [Fact]
    public void Rows_without_a_number_hold_back_the_document_before_them()
    {
        InvoiceIntake intake = Grouped();
        Add(intake, "");
        Assert.Equal("The row has no document number.", Assert.Single(Add(intake, "A-1")!.Issues.All).Message);
        Add(intake, "");
        InvoiceDraft held = Add(intake, "B-1")!;
        Assert.Equal(("A-1", 3), (held.Invoice.DocumentNumber, Assert.Single(held.Issues.All).Row));
        Assert.Empty(Assert.Single(intake.Complete()).Issues.All);
    }

    private static InvoiceIntake Grouped() => new(isGrouped: true);

    private static InvoiceDraft? Add(InvoiceIntake intake, string number, params (string Column, object? Cell)[] cells)
    {
        Dictionary<string, object?> row = SampleRow.With([("DocumentNumber", number), .. cells]);
        return intake.AddRow([.. row.Keys], [.. row.Values]);
    }
}
