using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The document's date, period and preceding document (nic-rules 2.2, windows and limits).</summary>
internal static class DateRules
{
    internal static void Check(DocumentUnderCheck document)
    {
        if (document.Invoice.Document?.Date is IndiaDate date && document.Sound(NicFields.Dt))
            CheckDocumentDate(document, date);
        if (document.Invoice.References?.Period is { StartDate: IndiaDate start, EndDate: IndiaDate end })
            CheckPeriod(document, start, end);
        CheckPrecedingDocument(document);
    }

    private static void CheckDocumentDate(DocumentUnderCheck document, IndiaDate date)
    {
        IndiaDate today = document.Settings.Today;
        RuleLimits limits = RuleBook.Limits;
        if (date > today)
            document.Add(Rule.DocumentDateInFuture, date.ToWireString(), $"{today.ToWireString()} (today in India) or earlier");
        else if (document.Settings.ForPaymentQr)
            return;
        else if (date < limits.DocumentDateFloor)
            document.Add(Rule.DocumentDateBeforeFloor, date.ToWireString(), $"{limits.DocumentDateFloor.ToWireString()} or later");
        else if (date < today.AddDays(-limits.ReportWindowDays))
            document.Add(Rule.DocumentDateOutsideWindow, date.ToWireString(), $"{today.AddDays(-limits.ReportWindowDays).ToWireString()} or later");
    }

    private static void CheckPeriod(DocumentUnderCheck document, IndiaDate start, IndiaDate end)
    {
        if (start > end && document.Sound(NicFields.PeriodStart) && document.Sound(NicFields.PeriodEnd))
            document.Add(Rule.PeriodReversed, start.ToWireString(), $"{end.ToWireString()} or earlier");
    }

    private static void CheckPrecedingDocument(DocumentUnderCheck document)
    {
        if (document.Supply.IsNote && document.Invoice.References?.PrecedingDocuments is not { Count: > 0 } && document.Sound(NicFields.PrecedingNumber))
            document.Add(Rule.PrecedingDocumentMissing, null);
    }
}
