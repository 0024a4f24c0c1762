using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

/// <summary>Puts rows through an intake, as the pipeline does.</summary>
internal static class Intake
{
    internal static List<InvoiceDraft> Drafts(params IDictionary<string, object?>[] rows) => Drafts(new InvoiceIntake(), rows);

    internal static List<InvoiceDraft> Drafts(InvoiceIntake intake, params IDictionary<string, object?>[] rows)
    {
        var drafts = new List<InvoiceDraft>();
        foreach (IDictionary<string, object?> row in rows)
            if (intake.AddRow([.. row.Keys], [.. row.Values]) is InvoiceDraft draft)
                drafts.Add(draft);
        drafts.AddRange(intake.Complete());
        return drafts;
    }

    internal static InvoiceDraft Draft(params IDictionary<string, object?>[] rows) => Assert.Single(Drafts(rows));

    /// <summary>The document of rows in which nothing is amiss.</summary>
    internal static OctaInvoice Invoice(params IDictionary<string, object?>[] rows)
    {
        InvoiceDraft draft = Draft(rows);
        Assert.Empty(draft.Issues.All.Select(issue => issue.ToString()));
        return draft.Invoice;
    }

    /// <summary>The one thing that is amiss in a document of one row.</summary>
    internal static Issue Issue(params (string Column, object? Cell)[] cells) => Assert.Single(Draft(SampleRow.With(cells)).Issues.All);
}
