using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Input;

/// <summary>Makes the result that Test-OctaInvoice -Detailed gives.</summary>
public static class DocumentChecks
{
    /// <summary>The result of a checked draft.</summary>
    /// <param name="draft">A draft that was checked.</param>
    /// <returns>The result.</returns>
    public static DocumentCheck Of(InvoiceDraft draft)
    {
        int errors = draft.Issues.All.Count(issue => issue.Severity == IssueSeverity.Error);
        return new DocumentCheck
        {
            Gstin = draft.Invoice.Gstin,
            DocumentType = draft.Invoice.DocumentType,
            DocumentNumber = draft.Invoice.DocumentNumber,
            DocumentDate = draft.Invoice.DocumentDate,
            Rows = draft.Rows.Count > 0 ? [.. draft.Rows.Select(row => row.Number)] : draft.Invoice.Rows,
            IsValid = errors == 0,
            ErrorCount = errors,
            WarningCount = draft.Issues.All.Count - errors,
            InvoiceTotal = draft.Invoice.Totals?.Total,
            ExpectedIrn = IrnHash.Expected(draft.Invoice),
            Issues = draft.Issues.All,
        };
    }
}
