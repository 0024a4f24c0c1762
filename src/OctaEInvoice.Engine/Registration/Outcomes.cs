using OctaEInvoice.Engine.Drafts;

namespace OctaEInvoice.Engine.Registration;

/// <summary>Words the outcome of a document.</summary>
internal static class Outcomes
{
    internal static RegistrationOutcome Of(RegistrationVerdict verdict, Journey journey) => verdict switch
    {
        RegistrationVerdict.Registered => Registered(journey, DocumentOutcome.Registered),
        RegistrationVerdict.Recovered => Registered(journey, DocumentOutcome.Recovered),
        RegistrationVerdict.RegisteredWithoutEwb => WithoutEwb(journey, DocumentOutcome.Registered),
        RegistrationVerdict.RecoveredWithoutEwb => WithoutEwb(journey, DocumentOutcome.Recovered),
        RegistrationVerdict.Conflict => Conflict(journey),
        RegistrationVerdict.RegisteredDataMissing => DataMissing(journey),
        RegistrationVerdict.InDoubt => InDoubt(journey),
        RegistrationVerdict.NotSent => NotSent(journey),
        _ => Refused(journey),
    };

    /// <summary>The checks here found errors.</summary>
    internal static RegistrationOutcome Invalid(InvoiceDraft draft)
    {
        var errors = draft.Issues.All.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        string message = errors.Count == 1 ? errors[0].ToString() : $"{errors.Count} errors: " + string.Join(" | ", errors);
        var codes = errors.SelectMany(issue => issue.NicCode is null ? new[] { issue.Code } : [issue.Code, issue.NicCode]).Distinct();
        return new RegistrationOutcome(draft, Keyed(draft, DocumentOutcome.Rejected, string.Join(",", codes), message))
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

    private static RegistrationOutcome Registered(Journey journey, DocumentOutcome outcome) => new(journey.Draft, Complete(journey, outcome));

    private static RegistrationOutcome WithoutEwb(Journey journey, DocumentOutcome outcome)
    {
        string why = journey.Ewb?.Message ?? "the run ended before it could be asked for.";
        string message = $"IRN {journey.Found!.Irn} is registered, but its e-way bill was not made: {why}";
        return new RegistrationOutcome(journey.Draft, Complete(journey, outcome)) { Failure = FailureClass.OctaEwbMissing, Errors = journey.Ewb?.Errors ?? [], Message = message };
    }

    private static RegistrationOutcome Conflict(Journey journey)
    {
        string message = $"The number is registered already for another document (IRN {journey.Found!.Irn}). {journey.Difference}";
        return Failed(journey, DocumentOutcome.Rejected, FailureClass.OctaConflict, message, ErrorsOf(journey));
    }

    private static RegistrationOutcome DataMissing(Journey journey) =>
        Failed(journey, DocumentOutcome.InDoubt, FailureClass.OctaInDoubt, $"The document is registered, but its data can't be had: {journey.LookedUp?.InWords ?? Said(journey)}", ErrorsOf(journey));

    private static RegistrationOutcome InDoubt(Journey journey) =>
        Failed(journey, DocumentOutcome.InDoubt, FailureClass.OctaInDoubt, $"It is not known whether the document is registered: {Said(journey)}", ErrorsOf(journey));

    private static RegistrationOutcome NotSent(Journey journey) =>
        Failed(journey, DocumentOutcome.Skipped, FailureClass.OctaNotSent, $"The document could not be sent, and this run registered nothing: {Said(journey)}", ErrorsOf(journey));

    private static RegistrationOutcome Refused(Journey journey)
    {
        if (journey.Found?.IrnStatus == RecordStatus.Cancelled)
            return Failed(journey, DocumentOutcome.Rejected, FailureClass.OctaRejected, $"The number was used before and cancelled. {journey.Difference}", [new ServerError { Code = "2278", Message = journey.Difference! }]);
        return Failed(journey, DocumentOutcome.Rejected, FailureClass.OctaRejected, Said(journey), ErrorsOf(journey));
    }

    private static RegistrationOutcome Failed(Journey journey, DocumentOutcome outcome, FailureClass failure, string message, IReadOnlyList<ServerError> errors) =>
        new(journey.Draft, Keyed(journey.Draft, outcome, string.Join(",", errors.Select(error => error.Code)), message)) { Failure = failure, Errors = errors, Message = message };

    private static IReadOnlyList<ServerError> ErrorsOf(Journey journey) => journey.Sent?.Errors is { Count: > 0 } errors ? errors : journey.LookedUp?.Errors ?? [];

    private static string Said(Journey journey) => (journey.Sent ?? journey.LookedUp)?.InWords ?? "no answer came.";

    private static IrnResult Complete(Journey journey, DocumentOutcome outcome)
    {
        IrnResult result = journey.Found!;
        result.Outcome = outcome;
        return AddKey(result, journey.Draft);
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
