using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class RepeatedRowsTests
{
    [Fact]
    public void A_row_that_repeats_another_in_every_cell_is_warned_of()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With(), SampleRow.With(("Quantity", "3")), SampleRow.With());
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal((IssueSeverity.Warning, "LineNumber", "ItemList[2].SlNo", 3), (issue.Severity, issue.Column, issue.Path, issue.Row));
        Assert.Equal("Row 3 repeats row 1 in every cell, so its amounts count twice.", issue.Message);
        Assert.Equal("Remove the row if it was exported twice; number the lines in LineNumber if the line is meant twice.", issue.Remedy);
        Assert.False(draft.Issues.HasErrors);
    }

    [Fact]
    public void A_document_exported_twice_is_one_warning()
    {
        Dictionary<string, object?>[] rows = [SampleRow.With(), SampleRow.With(("Quantity", "3")), SampleRow.With(("Quantity", "4"))];
        Issue issue = Assert.Single(Intake.Draft([.. rows, .. rows]).Issues.All);
        Assert.Equal("Row 4 repeats row 1 in every cell, and 2 more rows repeat others, so their amounts count twice.", issue.Message);
    }

    [Fact]
    public void Equal_lines_with_numbers_of_their_own_are_meant_twice() =>
        Assert.Empty(Intake.Draft(SampleRow.With(("LineNumber", "1")), SampleRow.With(("LineNumber", "2"))).Issues.All);

    [Fact]
    public void Equal_rows_of_two_documents_are_no_repetition() =>
        Assert.All(Intake.Drafts(SampleRow.With(("DocumentNumber", "A-1")), SampleRow.With(("DocumentNumber", "A-2"))), draft => Assert.Empty(draft.Issues.All));
}
