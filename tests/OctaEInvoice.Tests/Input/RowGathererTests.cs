using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class RowGathererTests
{
    [Fact]
    public void Rows_of_one_document_need_not_be_adjacent_and_documents_keep_the_order_of_their_first_rows()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("A-1", "1"), Line("B-1", "2"), Line("A-1", "3"), Line("C-1", "4"), Line("B-1", "5"), Line("A-1", "6"));
        Assert.Equal(["A-1", "B-1", "C-1"], drafts.Select(draft => draft.Invoice.DocumentNumber));
        Assert.Equal([1, 3, 6], drafts[0].Invoice.Rows);
        Assert.Equal([2, 5], drafts[1].Invoice.Rows);
        Assert.Equal([4], drafts[2].Invoice.Rows);
        Assert.Equal([1m, 3m, 6m], drafts[0].Invoice.Items!.Select(item => item.Quantity!.Value));
        Assert.Equal(["1", "2", "3"], drafts[0].Invoice.Items!.Select(item => item.LineNumber));
        Assert.All(drafts, draft => Assert.Empty(draft.Issues.All));
    }

    [Fact]
    public void Numbers_and_GSTINs_in_another_letter_case_make_one_document()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(Line("inv-1", "1"), Line("INV-1", "2", ("SellerGstin", "27aadcv4821m1z0"))));
        Assert.Empty(draft.Issues.All);
        Assert.Equal("inv-1", draft.Invoice.DocumentNumber);
        Assert.Equal([1, 2], draft.Invoice.Rows);
    }

    [Fact]
    public void One_number_in_another_type_year_or_seller_is_another_document()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(
            Line("A-1", "1"),
            Line("A-1", "2", ("DocumentType", "CRN")),
            Line("A-1", "3", ("DocumentDate", "31/03/2026")),
            Line("A-1", "4", ("SellerGstin", "29AAHCK7310R1ZV"), ("BuyerGstin", "27AADCV4821M1Z0")));
        Assert.Equal(4, drafts.Count);
        Assert.All(drafts, draft => Assert.Empty(draft.Issues.All));
    }

    [Fact]
    public void Days_of_one_financial_year_make_one_document_that_disagrees_in_its_date()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(Line("A-1", "1"), Line("A-1", "2", ("DocumentDate", "16/11/2026"))));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal(("DocumentDate", 2, "Rows 1 and 2 of one document disagree."), (issue.Column, issue.Row, issue.Message));
    }

    [Theory]
    [InlineData("DocumentDate", "31/11/2026", "It is not a date.")]
    [InlineData("DocumentDate", 46331.0, "It is a number and not a date.")]
    [InlineData("DocumentType", "Bill", "Rows 1 and 2 of one document disagree.")]
    [InlineData("SellerGstin", "27AADCV4821", "Rows 1 and 2 of one document disagree.")]
    public void A_row_whose_key_can_not_be_read_holds_back_its_namesake(string column, object cell, string message)
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(Line("A-1", "1"), Line("A-1", "2", (column, cell)), Line("A-1", "3")));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal((column, 2, message), (issue.Column, issue.Row, issue.Message));
        Assert.Equal([1, 2, 3], draft.Invoice.Rows);
    }

    [Fact]
    public void A_row_whose_key_can_not_be_read_holds_back_every_document_that_it_may_belong_to()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(
            Line("A-1", "1"),
            Line("A-1", "2", ("DocumentDate", "31/03/2026")),
            Line("A-1", "3", ("DocumentType", "CRN")),
            Line("A-1", "4", ("DocumentDate", "1st December")),
            Line("B-1", "5"));
        Assert.Equal([true, true, false, false], drafts.Select(draft => draft.Issues.HasErrors));
        Assert.Equal([1, 4], drafts[0].Invoice.Rows);
        Assert.Equal([2, 4], drafts[1].Invoice.Rows);
        Assert.Equal([3], drafts[2].Invoice.Rows);
        Assert.All(drafts.Take(2), draft => Assert.Equal(("DocumentDate", 4), (draft.Issues.All[0].Column, draft.Issues.All[0].Row)));
    }

    [Fact]
    public void An_unreadable_row_before_its_namesake_keeps_its_place_in_the_order_of_the_input()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("A-1", "1", ("DocumentDate", "soon")), Line("B-1", "2"), Line("A-1", "3"));
        Assert.Equal(["A-1", "B-1"], drafts.Select(draft => draft.Invoice.DocumentNumber));
        Assert.Equal([1, 3], drafts[0].Invoice.Rows);
        Assert.Equal([1m, 3m], drafts[0].Invoice.Items!.Select(item => item.Quantity!.Value));
    }

    [Fact]
    public void Unreadable_rows_without_a_namesake_make_one_document_of_their_own()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("A-1", "1", ("DocumentDate", "soon")), Line("A-1", "2", ("DocumentDate", "soon")), Line("B-1", "3"));
        Assert.Equal(2, drafts.Count);
        Assert.Equal(("DocumentDate", 1), (Assert.Single(drafts[0].Issues.All).Column, drafts[0].Issues.All[0].Row));
        Assert.Empty(drafts[1].Issues.All);
    }

    [Theory]
    [InlineData("DocumentDate")]
    [InlineData("DocumentType")]
    public void A_row_without_date_or_type_is_no_continuation_of_its_namesake(string column)
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(Line("A-1", "1"), Line("A-1", "2", (column, "")), Line("A-1", "3", (column, null))));
        Assert.Equal([2, 3], draft.Issues.All.Select(issue => issue.Row!.Value));
        Assert.All(draft.Issues.All, issue => Assert.Equal(
            (column, "It is missing in this row, so it can't be known whether the row is a line of this document.", $"Fill in {column} in every row of a document."),
            (issue.Column, issue.Message, issue.Remedy)));
    }

    [Fact]
    public void A_row_without_type_is_a_line_of_neither_the_invoice_nor_the_credit_note_of_its_number()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("A-1", "1"), Line("A-1", "2", ("DocumentType", "CRN")), Line("A-1", "3", ("DocumentType", "")));
        Assert.Equal(2, drafts.Count);
        Assert.All(drafts, draft => Assert.Equal(("DocumentType", 3), (Assert.Single(draft.Issues.All).Column, draft.Issues.All[0].Row)));
    }

    [Fact]
    public void A_row_without_seller_is_of_the_connections_seller()
    {
        var intake = new InvoiceIntake(new SellerDetails { Gstin = SampleRow.Seller });
        InvoiceDraft draft = Assert.Single(Intake.Drafts(intake, Line("A-1", "1"), Line("A-1", "2", ("SellerGstin", ""))));
        Assert.Empty(draft.Issues.All);
        Assert.Equal(SampleRow.Seller, draft.Invoice.Gstin);
        Assert.Equal([1, 2], draft.Invoice.Rows);
    }

    [Fact]
    public void A_row_without_seller_among_others_that_have_one_is_held_back_when_there_is_no_connection()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(Line("A-1", "1"), Line("A-1", "2", ("SellerGstin", ""))));
        Assert.Equal(("SellerGstin", 2), (Assert.Single(draft.Issues.All).Column, draft.Issues.All[0].Row));
    }

    [Fact]
    public void Without_any_seller_type_and_year_still_keep_documents_apart()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(
            Line("A-1", "1", ("SellerGstin", "")),
            Line("A-1", "2", ("SellerGstin", ""), ("DocumentType", "CRN")),
            Line("A-1", "3", ("SellerGstin", "")));
        Assert.Equal(2, drafts.Count);
        Assert.Equal([1, 3], drafts[0].Invoice.Rows);
        Assert.All(drafts, draft => Assert.Empty(draft.Issues.All));
    }

    [Fact]
    public void A_row_without_a_number_holds_back_the_document_before_it()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("A-1", "1"), Line("B-1", "2"), Line("", "3"), Line("A-1", "4"));
        Assert.Empty(drafts[0].Issues.All);
        Issue issue = Assert.Single(drafts[1].Issues.All);
        Assert.Equal(("DocumentNumber", 3, "OCTA-014"), (issue.Column, issue.Row, issue.Code));
        Assert.Equal("The row has no document number, so it can't be known whether it is a line of the document before it.", issue.Message);
        Assert.Single(drafts[1].Invoice.Items!);
        Assert.Equal([2, 3], drafts[1].Rows.Select(row => row.Number));
    }

    [Fact]
    public void A_first_row_without_a_number_is_a_document_with_one_fault()
    {
        List<InvoiceDraft> drafts = Intake.Drafts(Line("", "1"), Line("A-1", "2"));
        Assert.Equal(2, drafts.Count);
        Issue issue = Assert.Single(drafts[0].Issues.All);
        Assert.Equal(("DocumentNumber", 1, "The row has no document number."), (issue.Column, issue.Row, issue.Message));
        Assert.Equal("Kaveri Machine Tools Limited", drafts[0].Invoice.Buyer!.LegalName);
        Assert.Empty(drafts[1].Issues.All);
    }

    [Fact]
    public void Input_without_a_column_of_numbers_is_one_fault_and_not_one_a_row()
    {
        Dictionary<string, object?> row = SampleRow.Without("DocumentNumber");
        row["Bill No"] = "A-1";
        InvoiceDraft draft = Assert.Single(Intake.Drafts(row, row, row));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal("No column gives the document number, so it can't be known which rows make one document.", issue.Message);
        Assert.Equal("Name the column that holds it by -ColumnMap, for example @{ 'Bill No' = 'DocumentNumber' }, or rename the column.", issue.Remedy);
        Assert.Equal(3, draft.Rows.Count);
    }

    [Fact]
    public void Blank_rows_are_skipped_and_counted()
    {
        Dictionary<string, object?> blank = Line("", "").ToDictionary(cell => cell.Key, cell => (object?)(cell.Key.Length % 2 == 0 ? " " : null));
        List<InvoiceDraft> drafts = Intake.Drafts(blank, Line("A-1", "1"), blank, Line("A-1", "2"), blank);
        Assert.Equal([2, 4], Assert.Single(drafts).Invoice.Rows);
        Assert.Empty(drafts[0].Issues.All);
    }

    [Fact]
    public void No_rows_make_no_documents() => Assert.Empty(Intake.Drafts());

    private static Dictionary<string, object?> Line(string number, string quantity, params (string Column, object? Cell)[] cells) =>
        SampleRow.With([("DocumentNumber", number), ("Quantity", quantity), .. cells]);
}
