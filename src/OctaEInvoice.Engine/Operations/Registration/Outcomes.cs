using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Words the outcome of a document.</summary>
internal static class Outcomes
{
    internal static RegistrationOutcome Of(RegistrationVerdict verdict, RegistrationProgress progress) => verdict switch
    {
        RegistrationVerdict.Registered => Registered(progress, DocumentOutcome.Registered),
        RegistrationVerdict.Recovered => Registered(progress, DocumentOutcome.Recovered),
        RegistrationVerdict.RegisteredWithoutEwb => WithoutEwb(progress, DocumentOutcome.Registered),
        RegistrationVerdict.RecoveredWithoutEwb => WithoutEwb(progress, DocumentOutcome.Recovered),
        RegistrationVerdict.Conflict => Conflict(progress),
        RegistrationVerdict.RegisteredDataMissing => DataMissing(progress),
        RegistrationVerdict.InDoubt => InDoubt(progress),
        RegistrationVerdict.NotSent => NotSent(progress),
        _ => Refused(progress),
    };

    /// <summary>The checks here found errors.</summary>
    internal static RegistrationOutcome Invalid(InvoiceDraft draft)
    {
        var errors = draft.Issues.All.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        string message = errors.Count == 1 ? errors[0].ToString() : $"{errors.Count} errors: " + string.Join(" | ", errors);
        return new RegistrationOutcome(draft, Keyed(draft, DocumentOutcome.Rejected, string.Join(",", IssueList.ErrorCodes(errors)), message))
        {
            Failure = FailureClass.OctaValidation,
            Message = message,
        };
    }

    /// <summary>The run ended before the document was sent.</summary>
    internal static RegistrationOutcome Skipped(InvoiceDraft draft, string? why)
    {
        string message = why is null ? "Not sent: the run ended before it." : "Not sent: the run ended before it. " + why;
        return new RegistrationOutcome(draft, Keyed(draft, DocumentOutcome.Skipped, null, message)) { Failure = FailureClass.OctaSkipped, Message = message };
    }

    /// <summary>The run was broken off while the document was in flight.</summary>
    internal static RegistrationOutcome CutOff(InvoiceDraft draft)
    {
        const string message = "The run was broken off while the document was on its way; it may be registered.";
        return new RegistrationOutcome(draft, Keyed(draft, DocumentOutcome.InDoubt, null, message)) { Failure = FailureClass.OctaInDoubt, Message = message };
    }

    /// <summary>The journal says that the number was used for something else.</summary>
    internal static RegistrationOutcome Changed(InvoiceDraft draft, JournalEntry before, string journalPath)
    {
        string what = before.Outcome == DocumentOutcome.InDoubt
            ? "was sent with other content, and it is not known whether that is registered. Run the unchanged document once more to settle it"
            : $"is registered with other content (IRN {before.Irn})";
        string message = $"The document {what}: {journalPath}, {before.Time}.";
        return new RegistrationOutcome(draft, Keyed(draft, DocumentOutcome.Rejected, null, message)) { Failure = FailureClass.OctaConflict, Message = message };
    }

    private static RegistrationOutcome Registered(RegistrationProgress progress, DocumentOutcome outcome) => new(progress.Draft, Complete(progress, outcome));

    private static RegistrationOutcome WithoutEwb(RegistrationProgress progress, DocumentOutcome outcome)
    {
        string why = progress.Ewb?.Message ?? "the run ended before it could be asked for.";
        string message = $"IRN {progress.Found!.Irn} is registered, but its e-way bill was not made: {why}";
        return new RegistrationOutcome(progress.Draft, Complete(progress, outcome)) { Failure = FailureClass.OctaEwbMissing, Errors = progress.Ewb?.Errors ?? [], Message = message };
    }

    private static RegistrationOutcome Conflict(RegistrationProgress progress)
    {
        string message = $"The number is registered already for another document (IRN {progress.Found!.Irn}). {progress.Difference}";
        return Failed(progress, DocumentOutcome.Rejected, FailureClass.OctaConflict, message, ErrorsOf(progress));
    }

    private static RegistrationOutcome DataMissing(RegistrationProgress progress) =>
        Failed(progress, DocumentOutcome.InDoubt, FailureClass.OctaInDoubt, $"The document is registered, but its data can't be had: {progress.LookedUp?.Describe() ?? Said(progress)}", ErrorsOf(progress));

    private static RegistrationOutcome InDoubt(RegistrationProgress progress) =>
        Failed(progress, DocumentOutcome.InDoubt, FailureClass.OctaInDoubt, $"It is not known whether the document is registered: {Said(progress)}", ErrorsOf(progress));

    private static RegistrationOutcome NotSent(RegistrationProgress progress) =>
        Failed(progress, DocumentOutcome.Skipped, FailureClass.OctaNotSent, $"The document could not be sent, and this run registered nothing: {Said(progress)}", ErrorsOf(progress));

    private static RegistrationOutcome Refused(RegistrationProgress progress)
    {
        if (progress.Found?.IrnStatus == RecordStatus.Cancelled)
            return Failed(progress, DocumentOutcome.Rejected, FailureClass.OctaRejected, $"The number was used before and cancelled. {progress.Difference}", [new ServerError { Code = "2278", Message = progress.Difference! }]);
        return Failed(progress, DocumentOutcome.Rejected, FailureClass.OctaRejected, Said(progress), ErrorsOf(progress));
    }

    private static RegistrationOutcome Failed(RegistrationProgress progress, DocumentOutcome outcome, FailureClass failure, string message, IReadOnlyList<ServerError> errors) =>
        new(progress.Draft, Keyed(progress.Draft, outcome, string.Join(",", errors.Select(error => error.Code)), message)) { Failure = failure, Errors = errors, Message = message };

    private static IReadOnlyList<ServerError> ErrorsOf(RegistrationProgress progress) => progress.Sent?.Errors is { Count: > 0 } errors ? errors : progress.LookedUp?.Errors ?? [];

    private static string Said(RegistrationProgress progress) => (progress.Sent ?? progress.LookedUp)?.Describe() ?? "no answer came.";

    private static IrnResult Complete(RegistrationProgress progress, DocumentOutcome outcome)
    {
        IrnResult result = progress.Found!;
        result.Outcome = outcome;
        return AddKey(result, progress.Draft);
    }

    private static IrnResult Keyed(InvoiceDraft draft, DocumentOutcome outcome, string? code, string message) => AddKey(
        new IrnResult { Outcome = outcome, ErrorCode = string.IsNullOrEmpty(code) ? null : code, ErrorMessage = message },
        draft);

    private static IrnResult AddKey(IrnResult result, InvoiceDraft draft)
    {
        OctaInvoice invoice = draft.Invoice;
        result.Gstin = invoice.Gstin;
        result.DocumentType = invoice.DocumentType;
        result.DocumentNumber = invoice.DocumentNumber;
        result.DocumentDate = invoice.DocumentDate;
        result.BuyerGstin = invoice.Buyer?.Gstin;
        result.InvoiceTotal = invoice.Totals?.Total;
        result.Rows = invoice.Rows;
        return result;
    }
}
