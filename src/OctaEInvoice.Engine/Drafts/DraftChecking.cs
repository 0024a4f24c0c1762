using OctaEInvoice.Engine.Masters;
using OctaEInvoice.Engine.Registration;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Engine.Drafts;

/// <summary>Checks drafts by the rules of one environment, on one day.</summary>
public sealed class DraftChecking
{
    private readonly RuleSettings settings;

    /// <summary>A check for one run.</summary>
    /// <param name="settings">Environment, severities, day and lists.</param>
    public DraftChecking(RuleSettings settings) => this.settings = settings;

    /// <summary>A check of documents to be registered today.</summary>
    /// <param name="environment">Production or Test: a GSTIN's wrong check digit is an error against the first only.</param>
    /// <param name="isStrict">True to raise warnings to errors.</param>
    /// <param name="masters">Lists of states, units and so on; null for those that come along.</param>
    /// <returns>The check.</returns>
    public static DraftChecking For(OctaEnvironment environment, bool isStrict, MasterData? masters = null) => new(new RuleSettings
    {
        Environment = environment,
        Strict = isStrict,
        Today = new IndiaTime(DateTimeOffset.UtcNow).ToIndiaDate(),
        Masters = masters ?? MasterData.BuiltIn,
    });

    /// <summary>A check of B2C documents for which payment QR codes are made.</summary>
    /// <param name="environment">Production or Test.</param>
    /// <returns>The check.</returns>
    public static DraftChecking ForPaymentQr(OctaEnvironment environment) => new(new RuleSettings
    {
        Environment = environment,
        Today = new IndiaTime(DateTimeOffset.UtcNow).ToIndiaDate(),
        ForPaymentQr = true,
    });

    /// <summary>Checks a draft; what is found is added to its issues.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>True when nothing keeps it from being sent.</returns>
    public bool Check(InvoiceDraft draft)
    {
        InvoiceRules.Check(draft.Invoice, settings, draft.Issues);
        return !draft.Issues.HasErrors;
    }

    /// <summary>The outcome of a draft that the check refuses.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="isSandbox">True when it would have gone to a sandbox.</param>
    /// <returns>Rejected, with the issues in words.</returns>
    public static RegistrationOutcome Refusal(InvoiceDraft draft, bool isSandbox)
    {
        RegistrationOutcome outcome = Outcomes.Invalid(draft);
        outcome.Result.Sandbox = isSandbox;
        return outcome;
    }
}
