using System.Text;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Tests.Input;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.Documents;

/// <summary>Days counted from today: what the examples live by, and what must never be registered.</summary>
public class CountedDayTests
{
    private const string Message = "A day counted from today is for examples in the sandbox.";
    private const string Irn = "35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe";

    private static readonly IndiaDate Today = new(2028, 3, 1);

    [Theory]
    [InlineData("D", "2028-03-01")]
    [InlineData("D-0", "2028-03-01")]
    [InlineData("D+0", "2028-03-01")]
    [InlineData("D-1", "2028-02-29")]
    [InlineData("D-3", "2028-02-27")]
    [InlineData("D+30", "2028-03-31")]
    [InlineData("D+31", "2028-04-01")]
    [InlineData(" D-60 ", "2028-01-01")]
    [InlineData("D-9999", "2000-10-15")]
    public void It_is_read_by_the_clock_that_is_handed_in(string text, string day)
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(ForExamples(), SampleRow.With(("DocumentDate", text))));
        Assert.Equal(day, $"{draft.Invoice.DocumentDate}");
        Assert.Empty(draft.Issues.All);
    }

    [Theory]
    [InlineData("d-3")]
    [InlineData("D3")]
    [InlineData("D -3")]
    [InlineData("D--3")]
    [InlineData("D-")]
    [InlineData("D-3a")]
    [InlineData("D-1.5")]
    [InlineData("D-10000")]
    [InlineData("D-१")]
    [InlineData("E-3")]
    [InlineData("today")]
    public void Another_form_is_no_date(string text)
    {
        Issue issue = Assert.Single(Assert.Single(Intake.Drafts(ForExamples(), SampleRow.With(("DocumentDate", text)))).Issues.All);
        Assert.Equal(("It is not a date.", text), (issue.Message, issue.Given));
    }

    [Theory]
    [InlineData("D-3")]
    [InlineData("D")]
    [InlineData("D+30")]
    public void Where_no_clock_is_handed_in_it_is_an_error_that_says_what_to_do(string text)
    {
        Issue issue = Intake.Issue(("DocumentDate", text));
        Assert.Equal((IssueSeverity.Error, "OCTA-015", "DocumentDate", 1), (issue.Severity, issue.Code, issue.Column, issue.Row));
        Assert.Equal((Message, text, "a date as dd/MM/yyyy, 01/01/2010 or later"), (issue.Message, issue.Given, issue.Expected));
        Assert.Equal("Write the date, as dd/MM/yyyy or yyyy-MM-dd; where it is no date at all, the columns have shifted.", issue.Remedy);
    }

    [Theory]
    [InlineData("BatchExpiryDate", "OCTA-084")]
    [InlineData("TransportDocumentDate", "OCTA-091")]
    [InlineData("PrecedingDocumentDate2", "OCTA-108")]
    [InlineData("PeriodEndDate", "OCTA-106")]
    public void Every_date_column_refuses_it_there(string column, string code)
    {
        Issue issue = Assert.Single(Intake.Draft(SampleRow.With((column, "D-3"))).Issues.All);
        Assert.Equal((code, Message), (issue.Code, issue.Message));
    }

    [Fact]
    public void A_plot_number_of_this_form_is_a_plot_number_and_a_document_number_a_document_number()
    {
        OctaInvoice invoice = Assert.Single(Intake.Drafts(ForExamples(), SampleRow.With(("DocumentNumber", "D-3"), ("BuyerAddress1", "D-12"), ("Description", "D")))).Invoice;
        Assert.Equal(("D-3", "D-12", "D"), (invoice.DocumentNumber, invoice.Buyer!.Address1, invoice.Items![0].Description));
        Assert.Empty(invoice.CountedDates);
    }

    [Fact]
    public void Documents_of_JSON_are_read_and_refused_alike()
    {
        const string json = """{"DocDtls":{"Typ":"INV","No":"A-1","Dt":"D-3"},"ItemList":[{"HsnCd":"84831091","BchDtls":{"Nm":"B","ExpDt":"D+30"}}],"EwbDtls":{"TransDocDt":"D-2"}}""";
        OctaInvoice invoice = Assert.Single(ForExamples().AddJson(json)).Invoice;
        Assert.Equal(
            [new IndiaDate(2028, 2, 27), new IndiaDate(2028, 3, 31), new IndiaDate(2028, 2, 28)],
            [invoice.DocumentDate!.Value, invoice.Items![0].Batch!.ExpiryDate!.Value, invoice.Transport!.TransportDocumentDate!.Value]);
        Assert.Equal(["DocumentDate D-3", "BatchExpiryDate D+30", "TransportDocumentDate D-2"], invoice.CountedDates);
        Assert.Equal(["DocDtls.Dt", "ItemList[0].BchDtls.ExpDt", "EwbDtls.TransDocDt"], Refused(Assert.Single(new InvoiceIntake().AddJson(json))).Select(issue => issue.Path));
    }

    [Fact]
    public void A_document_that_was_made_with_one_is_refused_later_too_and_never_sends_the_mark()
    {
        OctaInvoice invoice = Converted();
        Assert.Equal(["DocumentDate D-3", "PurchaseOrderDate D-20"], invoice.CountedDates);
        Issue[] issues = Refused(new InvoiceIntake().AddInvoice(invoice));
        Assert.Equal([("DocumentDate", "D-3"), ("PurchaseOrderDate", "D-20")], issues.Select(issue => (issue.Column!, issue.Given!)));
        Assert.Empty(ForExamples().AddInvoice(invoice).Issues.All);
        Assert.DoesNotContain("Counted", Encoding.UTF8.GetString(InvoiceJson.Write(invoice)), StringComparison.Ordinal);
    }

    // As ConvertTo-Json, a job or a remote session gives it back: by the Model's names, with what the Model holds besides.
    [Theory]
    [InlineData("""["DocumentDate D-3"]""")]
    [InlineData("\"DocumentDate D-3\"")]
    public void The_mark_outlives_ConvertTo_Json(string mark)
    {
        InvoiceDraft draft = Assert.Single(new InvoiceIntake().AddJson($$$"""{"Document":{"Type":"INV","Number":"A-1","Date":{"Iso":"2028-02-27"}},"CountedDates":{{{mark}}}}"""));
        Issue issue = Assert.Single(Refused(draft));
        Assert.Equal(("DocDtls.Dt", "D-3"), (issue.Path, issue.Given));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_document_without_the_mark_passes(string mark) =>
        Assert.Empty(Assert.Single(new InvoiceIntake().AddJson($$$"""{"DocDtls":{"Dt":"27/02/2028"},"CountedDates":{{{mark}}}}""")).Issues.All);

    [Fact]
    public void Rows_of_one_document_agree_although_midnight_passes_between_them()
    {
        var clock = new MovableClock(new DateTimeOffset(2027, 3, 31, 18, 29, 59, TimeSpan.Zero));
        var intake = new InvoiceIntake(exampleClock: clock);
        Dictionary<string, object?> row = SampleRow.With(("DocumentDate", "D"));
        intake.AddRow([.. row.Keys], [.. row.Values]);
        clock.Move(TimeSpan.FromSeconds(2));
        row["HsnCode"] = "84833000";
        intake.AddRow([.. row.Keys], [.. row.Values]);
        InvoiceDraft draft = Assert.Single(intake.Complete());
        Assert.Equal((2, "2027-03-31"), (draft.Rows.Count, $"{draft.Invoice.DocumentDate}"));
        Assert.Empty(draft.Issues.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_day_in_another_financial_year_makes_another_document(bool isGrouped)
    {
        var intake = new InvoiceIntake(isGrouped: isGrouped, exampleClock: MovableClock.NoonOf(new IndiaDate(2027, 4, 1)));
        List<InvoiceDraft> drafts = Intake.Drafts(intake, SampleRow.With(("DocumentDate", "D-1")), SampleRow.With(("DocumentDate", "D")));
        Assert.Equal(["2027-03-31", "2027-04-01"], drafts.Select(draft => $"{draft.Invoice.DocumentDate}"));
    }

    [Fact]
    public void Rows_that_disagree_are_quoted_as_they_were_written()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(ForExamples(), SampleRow.With(("DocumentDate", "D-3")), SampleRow.With(("DocumentDate", "D-4"), ("HsnCode", "84833000"))));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal(("D-4", "'D-3' as in row 1, or an empty cell"), (issue.Given, issue.Expected));
    }

    [Fact]
    public void A_written_and_a_counted_day_that_are_the_same_agree()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(ForExamples(), SampleRow.With(("DocumentDate", "27/02/2028")), SampleRow.With(("DocumentDate", "D-3"), ("HsnCode", "84833000"))));
        Assert.Empty(draft.Issues.All);
        Assert.Equal(["DocumentDate D-3"], draft.Invoice.CountedDates);
    }

    [Fact]
    public void An_e_way_bills_request_reads_it_for_a_sandbox_alone()
    {
        KeyValuePair<string, object?>[] fields = [new("EwbDtls.Distance", 100), new("EwbDtls.TransMode", "Rail"), new("EwbDtls.TransDocNo", "RR1"), new("EwbDtls.TransDocDt", "D-1")];
        EwbDraft draft = EwbDraft.Read(Irn, fields, OctaEnvironment.Test, MovableClock.NoonOf(Today), countsDays: true);
        Assert.Equal(new IndiaDate(2028, 2, 29), draft.Request.Transport.TransportDocumentDate);
        Assert.Empty(draft.Issues.All);
        Assert.Equal(Message, Assert.Single(EwbDraft.Read(Irn, fields, OctaEnvironment.Production, MovableClock.NoonOf(Today)).Issues.All).Message);
    }

    private static InvoiceIntake ForExamples() => new(exampleClock: MovableClock.NoonOf(Today));

    private static OctaInvoice Converted() => Assert.Single(Intake.Drafts(
        ForExamples(),
        SampleRow.With(("DocumentDate", "D-3"), ("PurchaseOrderDate", "D-20")),
        SampleRow.With(("DocumentDate", "D-3"), ("PurchaseOrderDate", "D-20"), ("HsnCode", "84833000")))).Invoice;

    private static Issue[] Refused(InvoiceDraft draft)
    {
        Issue[] issues = [.. draft.Issues.All.Where(issue => issue.Message == Message)];
        Assert.All(issues, issue => Assert.Equal(IssueSeverity.Error, issue.Severity));
        return issues;
    }
}
