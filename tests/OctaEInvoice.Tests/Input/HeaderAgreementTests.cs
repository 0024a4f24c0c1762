using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class HeaderAgreementTests
{
    [Fact]
    public void A_later_row_that_names_another_buyer_is_reported_with_both_rows()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With(), SampleRow.With(("Quantity", "4")), SampleRow.With(("BuyerLegalName", "Kaveri Tools")));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal("Rows 1 and 3 of one document disagree.", issue.Message);
        Assert.Equal(("BuyerLegalName", "BuyerDtls.LglNm", "OCTA-022", 3), (issue.Column, issue.Path, issue.Code, issue.Row));
        Assert.Equal("Kaveri Tools", issue.Given);
        Assert.Equal("'Kaveri Machine Tools Limited' as in row 1, or an empty cell", issue.Expected);
        Assert.Equal("Give one document one value in all of its rows, or its own number to each document.", issue.Remedy);
    }

    [Fact]
    public void Another_buyer_is_one_fault_in_however_many_columns()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With(), SampleRow.With(("BuyerGstin", SampleRow.LocalBuyer), ("BuyerLegalName", "Mula Works"), ("BuyerPin", "411013")));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal("Rows 1 and 2 of one document disagree in BuyerGstin, BuyerLegalName, BuyerPin.", issue.Message);
        Assert.Equal(("BuyerGstin", SampleRow.LocalBuyer), (issue.Column, issue.Given));
    }

    [Theory]
    [InlineData("InvoiceDiscount", "1,000", "1000.00")]
    [InlineData("InvoiceDiscount", "1,00,000.50", 100000.5)]
    [InlineData("BuyerGstin", "29AAHCK7310R1ZV", "29aahck7310r1zv")]
    [InlineData("BuyerLegalName", "Kaveri Machine Tools Limited", " KAVERI MACHINE TOOLS LIMITED ")]
    [InlineData("BuyerPin", "560058", "560 058")]
    [InlineData("BuyerPin", "560058", 560058.0)]
    [InlineData("DocumentDate", "15/11/2026", "2026-11-15")]
    [InlineData("PlaceOfSupply", "7", "07")]
    [InlineData("ReverseCharge", "Y", "Yes")]
    [InlineData("DocumentType", "INV", "Invoice")]
    public void One_value_written_in_two_ways_agrees(string column, object first, object second)
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With((column, first)), SampleRow.With((column, second)));
        Assert.Empty(draft.Issues.All);
    }

    [Fact]
    public void An_empty_cell_agrees_and_a_later_row_may_give_what_the_first_leaves_out()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(("Remarks", "")), SampleRow.With(("BuyerLegalName", ""), ("Remarks", "Deliver by noon")));
        Assert.Equal("Kaveri Machine Tools Limited", invoice.Buyer!.LegalName);
        Assert.Equal("Deliver by noon", invoice.References!.Remarks);
    }

    [Fact]
    public void Rows_with_their_columns_in_another_order_are_compared_too()
    {
        var reversed = SampleRow.With(("BuyerLegalName", "Kaveri Tools")).Reverse().ToDictionary(cell => cell.Key, cell => cell.Value);
        InvoiceDraft draft = Intake.Draft(SampleRow.With(), reversed);
        Assert.Equal(("BuyerLegalName", 2), (Assert.Single(draft.Issues.All).Column, draft.Issues.All[0].Row));
    }

    [Fact]
    public void A_cell_that_can_not_be_read_is_one_issue_and_no_disagreement_as_well()
    {
        InvoiceDraft first = Intake.Draft(SampleRow.With(("BuyerPin", "Bengaluru")), SampleRow.With());
        Assert.Equal(("BuyerPin", 1), (Assert.Single(first.Issues.All).Column, first.Issues.All[0].Row));
        InvoiceDraft second = Intake.Draft(SampleRow.With(), SampleRow.With(("BuyerPin", "Bengaluru")));
        Assert.Equal(("BuyerPin", 2), (Assert.Single(second.Issues.All).Column, second.Issues.All[0].Row));
    }

    [Fact]
    public void One_unreadable_cell_repeated_in_all_rows_is_one_issue()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With(("BuyerPin", "x")), SampleRow.With(("BuyerPin", "x"), ("Quantity", "2")), SampleRow.With(("BuyerPin", "x"), ("Quantity", "3")));
        Assert.Equal(1, Assert.Single(draft.Issues.All).Row);
    }

    [Fact]
    public void Cells_of_lines_may_differ_in_every_row()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(("Description", "Shaft")), SampleRow.With(("Description", "Gear"), ("GstRate", "12")));
        Assert.Equal([("Shaft", 18m), ("Gear", 12m)], invoice.Items!.Select(item => (item.Description!, item.GstRate!.Value)));
    }
}
