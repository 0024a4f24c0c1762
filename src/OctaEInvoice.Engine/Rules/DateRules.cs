namespace OctaEInvoice.Engine.Rules;

/// <summary>The document's date, period and preceding document (nic-rules 2.2, windows and limits).</summary>
internal static class DateRules
{
    internal static void Check(Findings findings)
    {
        if (findings.Invoice.Document?.Date is IndiaDate date && findings.Sound(Field.Dt))
            CheckDocumentDate(findings, date);
        if (findings.Invoice.References?.Period is { StartDate: IndiaDate start, EndDate: IndiaDate end })
            CheckPeriod(findings, start, end);
        CheckPrecedingDocument(findings);
    }

    private static void CheckDocumentDate(Findings findings, IndiaDate date)
    {
        IndiaDate today = findings.Settings.Today;
        RuleLimits limits = RuleBook.Limits;
        if (date > today)
            findings.Add(Rule.DocumentDateInFuture, date.ToWireString(), $"{today.ToWireString()} (today in India) or earlier");
        else if (findings.Settings.ForPaymentQr)
            return;
        else if (date < limits.DocumentDateFloor)
            findings.Add(Rule.DocumentDateBeforeFloor, date.ToWireString(), $"{limits.DocumentDateFloor.ToWireString()} or later");
        else if (date < today.AddDays(-limits.ReportWindowDays))
            findings.Add(Rule.DocumentDateOutsideWindow, date.ToWireString(), $"{today.AddDays(-limits.ReportWindowDays).ToWireString()} or later");
    }

    private static void CheckPeriod(Findings findings, IndiaDate start, IndiaDate end)
    {
        if (start > end && findings.Sound(Field.PeriodStart) && findings.Sound(Field.PeriodEnd))
            findings.Add(Rule.PeriodReversed, start.ToWireString(), $"{end.ToWireString()} or earlier");
    }

    private static void CheckPrecedingDocument(Findings findings)
    {
        if (findings.Supply.IsNote && findings.Invoice.References?.PrecedingDocuments is not { Count: > 0 } && findings.Sound(Field.PrecedingNumber))
            findings.Add(Rule.PrecedingDocumentMissing, null);
    }
}
