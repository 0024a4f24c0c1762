using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>What became of one document.</summary>
public sealed class RegistrationOutcome
{
    internal RegistrationOutcome(InvoiceDraft draft, IrnResult result)
    {
        Draft = draft;
        Result = result;
    }

    /// <summary>The outcome of a document that the check refuses: nothing was sent.</summary>
    /// <param name="draft">The document with its issues.</param>
    /// <param name="isSandbox">True when it would have gone to a sandbox.</param>
    /// <returns>Rejected, with the issues as the message.</returns>
    public static RegistrationOutcome Refused(InvoiceDraft draft, bool isSandbox)
    {
        RegistrationOutcome outcome = Outcomes.Invalid(draft);
        outcome.Result.Sandbox = isSandbox;
        return outcome;
    }

    /// <summary>The document as it was taken in.</summary>
    public InvoiceDraft Draft { get; }

    /// <summary>The result; for a document that is not registered it carries key, outcome and error.</summary>
    public IrnResult Result { get; }

    /// <summary>What became of it.</summary>
    public DocumentOutcome Outcome => Result.Outcome!.Value;

    /// <summary>True when the result holds an IRN.</summary>
    public bool IsRegistered => Outcome is DocumentOutcome.Registered or DocumentOutcome.Recovered;

    /// <summary>What went wrong; null when nothing did.</summary>
    public FailureClass? Failure { get; internal init; }

    /// <summary>The server's errors.</summary>
    public IReadOnlyList<ServerError> Errors { get; internal init; } = [];

    /// <summary>What went wrong, in one sentence.</summary>
    public string Message { get; internal init; } = "";
}
