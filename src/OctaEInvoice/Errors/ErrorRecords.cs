using System.Globalization;
using System.Management.Automation;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Commands.Errors;

/// <summary>Makes every error record of the module: stable id, category by meaning, the input as target, what to do.</summary>
internal static class ErrorRecords
{
    /// <summary>What to do when the server refuses the key.</summary>
    internal const string LoginRemedy = "Check Key Id and Key Secret on Octa's portal (ERP Keys), and give them again: -Credential, or Set-OctaProfile -Credential for a profile.";

    private const string AddressRemedy = "Check -BaseUri, or the profile's BaseUri (Get-OctaProfile shows it, Set-OctaProfile -BaseUri changes it); Test-OctaConnection tells whether it is right. A journal that this run began belongs to the wrong address: give the right one another -JournalPath.";

    // A message is read in a console or a log; the rest is in Exception.Issues.
    private const int ShownIssues = 10;
    private const int ShownRows = 5;

    private const string JournalId = "OctaJournal";
    private const string JournalRemedy = "Give -JournalPath a file in a folder that you may write to, with room on the disk, that no other run uses and that belongs to this server; then run the same command again.";

    /// <summary>A document that did not become what was asked for.</summary>
    internal static ErrorRecord ToErrorRecord(this RegistrationOutcome outcome)
    {
        FailureClass failure = outcome.Failure!.Value;
        IReadOnlyList<string> codes = CodesOf(outcome);
        var exception = new OctaDocumentException(Title(outcome.Draft, withRows: failure != FailureClass.OctaValidation) + ": " + Describe(outcome))
        {
            Codes = codes,
            Issues = failure == FailureClass.OctaValidation ? outcome.Draft.Issues.All : [],
            Outcome = outcome.Outcome,
            Result = outcome.Result,
        };
        return Record(exception, failure.ToString(), CategoryOf(failure, codes), RowObjects.Of(outcome.Draft), RemedyOf(outcome, codes));
    }

    /// <summary>A document that the checks refuse and that nobody wanted to send.</summary>
    internal static ErrorRecord ToErrorRecord(this InvoiceDraft draft)
    {
        var exception = new OctaDocumentException(Title(draft, withRows: false) + ": " + Describe(draft.Issues.All))
        {
            Codes = IssueList.ErrorCodes(draft.Issues.All),
            Issues = draft.Issues.All,
            Outcome = DocumentOutcome.Rejected,
        };
        return Record(exception, nameof(FailureClass.OctaValidation), ErrorCategory.InvalidData, RowObjects.Of(draft), ErrorCatalogue.RemedyFor(exception.Codes));
    }

    /// <summary>A cancellation or an e-way bill that did not come about.</summary>
    internal static ErrorRecord ToErrorRecord<T>(this CallOutcome<T> outcome, object? target)
        where T : class
    {
        FailureClass failure = outcome.Failure!.Value;
        IReadOnlyList<string> codes = outcome.Codes;
        string remedy = codes.Count > 0
            ? ErrorCatalogue.RemedyFor(codes)
            : "Check the network and the server's address, then run the same command again: what was done already counts as done.";
        return Record(new OctaDocumentException(outcome.Message) { Codes = codes }, failure.ToString(), CategoryOf(failure, codes), target, remedy);
    }

    /// <summary>A request that the checks refuse.</summary>
    internal static ErrorRecord ToErrorRecord(this IReadOnlyList<Issue> issues, string what, object? target)
    {
        var exception = new OctaDocumentException(what + ": " + Describe(issues)) { Codes = IssueList.ErrorCodes(issues), Issues = issues };
        string remedy = issues.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error)?.Remedy ?? ErrorCatalogue.RemedyFor(exception.Codes);
        return Record(exception, nameof(FailureClass.OctaValidation), ErrorCategory.InvalidData, target, remedy);
    }

    /// <summary>A value given to a command that can't be one.</summary>
    internal static ErrorRecord ToInputRecord(this Issue issue, string id, object? target) => Record(
        new OctaDocumentException(issue.Describe(withRow: false, withRemedy: false)) { Codes = IssueList.ErrorCodes([issue]), Issues = [issue] },
        id,
        ErrorCategory.InvalidArgument,
        target,
        issue.Remedy!);

    /// <summary>A look-up or another call that did not succeed.</summary>
    internal static ErrorRecord ToErrorRecord<T>(this ServerAnswer<T> answer, string what, object? target)
        where T : class
    {
        IReadOnlyList<string> codes = answer.Codes;
        var exception = new OctaDocumentException($"{what}: {answer.Describe()}") { Codes = codes };
        string remedy = ControlCodes.StopOf(codes) == RunStop.Login ? LoginRemedy
            : codes.Count > 0 ? ErrorCatalogue.RemedyFor(codes) : "Check the network and the server's address, then run the command again.";
        return Record(exception, IdOf(answer.Kind, codes), CategoryOf(answer.Kind, codes), target, remedy);
    }

    /// <summary>Input that is no document at all.</summary>
    internal static ErrorRecord ToUnreadableRecord(this Exception fault, object? target) => Record(
        new OctaDocumentException("The input can't be read as a document. " + fault.Message, fault) { Codes = ["OCTA-300"] },
        "OctaUnreadable",
        ErrorCategory.InvalidData,
        target,
        "Give rows of Import-Csv, objects with NIC's names, or JSON text of one document or a list of documents.");

    /// <summary>The reason why the rest of a run is pointless.</summary>
    internal static ErrorRecord ToErrorRecord(this RunStop stop, string detail, IReadOnlyList<string> codes)
    {
        (string id, ErrorCategory category, string remedy) = stop switch
        {
            RunStop.Login => ("OctaLoginRefused", ErrorCategory.AuthenticationError, LoginRemedy),
            RunStop.Account => ("OctaAccount", ErrorCategory.ResourceUnavailable, ErrorCatalogue.RemedyFor(codes)),
            RunStop.ClientBlocked => ("OctaBlocked", ErrorCategory.LimitsExceeded, ErrorCatalogue.RemedyFor(codes)),
            RunStop.SellerBlocked => ("OctaSellerBlocked", ErrorCategory.LimitsExceeded, ErrorCatalogue.RemedyFor(codes)),
            RunStop.Address => ("OctaWrongAddress", ErrorCategory.ConnectionError, AddressRemedy),
            RunStop.Journal => (JournalId, ErrorCategory.ResourceUnavailable, JournalRemedy),
            _ => ("OctaOutage", ErrorCategory.ResourceUnavailable, "Run the same command again when the service is back: documents that were registered are recognised."),
        };
        return Record(new OctaDocumentException("The run was stopped. " + detail) { Codes = codes }, id, category, null, remedy);
    }

    /// <summary>A journal that can't be used.</summary>
    internal static ErrorRecord ToJournalRecord(this Exception fault, string path) => Record(fault, JournalId, ErrorCategory.ResourceUnavailable, path, JournalRemedy);

    /// <summary>A fault with an id of its own.</summary>
    internal static ErrorRecord ToRecord(this Exception fault, string id, ErrorCategory category, object? target, string remedy) => Record(fault, id, category, target, remedy);

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string remedy) =>
        new(exception, id, category, target) { ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = remedy } };

    // Issues name their rows themselves; a refusal by the server does not.
    private static string Title(InvoiceDraft draft, bool withRows)
    {
        OctaInvoice invoice = draft.Invoice;
        string key = $"{invoice.DocumentType} {invoice.DocumentNumber}".Trim();
        if (key.Length == 0)
            key = "Document without a number";
        if (!withRows || draft.Rows.Count == 0)
            return key;
        IEnumerable<string> rows = draft.Rows.Take(ShownRows).Select(row => row.Number.ToString(CultureInfo.InvariantCulture));
        return $"{key} ({(draft.Rows.Count == 1 ? "row" : "rows")} {string.Join(", ", rows)}{(draft.Rows.Count > ShownRows ? ", ..." : "")})";
    }

    private static string Describe(RegistrationOutcome outcome) => outcome.Failure == FailureClass.OctaValidation ? Describe(outcome.Draft.Issues.All) : outcome.Message;

    // Errors alone: warnings beside them would hide what has to be mended.
    private static string Describe(IReadOnlyList<Issue> issues)
    {
        var errors = issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        // A single issue's remedy is the record's recommended action.
        return errors.Count == 1
            ? errors[0].Describe(withRow: true, withRemedy: false)
            : errors.Count.ToString(CultureInfo.InvariantCulture) + " errors:" + string.Concat(errors.Take(ShownIssues).Select((issue, i) => $" ({i + 1}) {issue}"))
                + (errors.Count > ShownIssues ? " ... all of them are in the error's Exception.Issues." : "");
    }

    private static IReadOnlyList<string> CodesOf(RegistrationOutcome outcome) => outcome.Failure == FailureClass.OctaValidation
        ? IssueList.ErrorCodes(outcome.Draft.Issues.All)
        : [.. outcome.Errors.Select(error => error.Code)];

    private static ErrorCategory CategoryOf(FailureClass failure, IReadOnlyList<string> codes) => failure switch
    {
        FailureClass.OctaValidation => ErrorCategory.InvalidData,
        FailureClass.OctaRejected => CategoryOf(AnswerKind.Refused, codes),
        FailureClass.OctaInDoubt => ErrorCategory.OperationTimeout,
        FailureClass.OctaConflict => ErrorCategory.ResourceExists,
        FailureClass.OctaNotSent => ErrorCategory.ConnectionError,
        FailureClass.OctaSkipped => ErrorCategory.OperationStopped,
        _ => ErrorCategory.InvalidResult,
    };

    private static ErrorCategory CategoryOf(AnswerKind kind, IReadOnlyList<string> codes) => kind switch
    {
        AnswerKind.NotSent => ErrorCategory.ConnectionError,
        AnswerKind.Throttled => ErrorCategory.LimitsExceeded,
        AnswerKind.Unclear => ErrorCategory.InvalidResult,
        _ when ControlCodes.StopOf(codes) == RunStop.Login => ErrorCategory.AuthenticationError,
        _ when ControlCodes.StopOf(codes) == RunStop.Account => ErrorCategory.ResourceUnavailable,
        _ when ControlCodes.StopOf(codes) is not null || ControlCodes.IsLimit(codes) => ErrorCategory.LimitsExceeded,
        _ when ControlCodes.MeansNotFound(codes) => ErrorCategory.ObjectNotFound,
        _ when ControlCodes.MeansRegistered(codes) => ErrorCategory.ResourceExists,
        _ => ErrorCategory.InvalidData,
    };

    private static string IdOf(AnswerKind kind, IReadOnlyList<string> codes) => kind switch
    {
        AnswerKind.NotSent => "OctaConnectionFailed",
        AnswerKind.Throttled => "OctaThrottled",
        AnswerKind.Unclear => "OctaUnclearAnswer",
        _ when ControlCodes.StopOf(codes) == RunStop.Login => "OctaLoginRefused",
        _ when ControlCodes.MeansNotFound(codes) => "OctaNotFound",
        _ => "OctaRejected",
    };

    private static string RemedyOf(RegistrationOutcome outcome, IReadOnlyList<string> codes) => outcome.Failure switch
    {
        FailureClass.OctaInDoubt => "Run the same command again later: a document that was registered is recognised, one that was not is sent.",
        FailureClass.OctaConflict => "Compare the two documents. If this one is right too, give it a number of its own; if it is a correction, cancel the registered one within 24 hours and use a new number.",
        FailureClass.OctaEwbMissing => "Mend what the code names, then ask for the e-way bill by New-OctaEwb; the IRN stays valid. " + ErrorCatalogue.RemedyFor(codes),
        FailureClass.OctaNotSent => "Check the network and the server's address, then run the same command again.",
        FailureClass.OctaSkipped => "Run the same command again once the cause is mended.",
        FailureClass.OctaValidation when outcome.Draft.Issues.All.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error)?.Remedy is string remedy => remedy,
        _ => ErrorCatalogue.RemedyFor(codes),
    };
}
