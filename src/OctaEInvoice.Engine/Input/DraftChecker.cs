using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Engine.Input;

/// <summary>
/// Checks drafts by the rules of one environment, each on the day on which it is checked: a run may go on past midnight. Who asks whether
/// a document is valid and who sends it ask here alike.
/// </summary>
public sealed class DraftChecker
{
    private readonly TimeProvider clock;
    private readonly Func<IndiaDate, RuleSettings> settingsOf;
    private RuleSettings settings;

    private DraftChecker(TimeProvider? clock, Func<IndiaDate, RuleSettings> settingsOf)
    {
        this.clock = clock ?? TimeProvider.System;
        this.settingsOf = settingsOf;
        settings = settingsOf(this.clock.TodayInIndia());
    }

    /// <summary>A check of documents to be registered today.</summary>
    /// <param name="environment">Production or Test: a GSTIN's wrong check digit is an error against the first only.</param>
    /// <param name="isStrict">True to raise warnings to errors.</param>
    /// <param name="masters">Lists of states, units and so on; null for those that come along.</param>
    /// <param name="clock">The clock that says what day it is; null for the system's.</param>
    /// <returns>The check.</returns>
    public static DraftChecker For(OctaEnvironment environment, bool isStrict, MasterData? masters = null, TimeProvider? clock = null) => new(clock, today => new RuleSettings
    {
        Environment = environment,
        Strict = isStrict,
        Today = today,
        Masters = masters ?? MasterData.BuiltIn,
    });

    /// <summary>A check of B2C documents for which payment QR codes are made.</summary>
    /// <param name="environment">Production or Test.</param>
    /// <param name="clock">The clock that says what day it is; null for the system's.</param>
    /// <returns>The check.</returns>
    public static DraftChecker ForPaymentQr(OctaEnvironment environment, TimeProvider? clock = null) => new(clock, today => new RuleSettings
    {
        Environment = environment,
        Today = today,
        ForPaymentQr = true,
    });

    /// <summary>Checks a draft by every rule, writes it as it will be sent and judges its size; what is found is added to its issues.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The draft with its bytes; null when an issue keeps it from being sent.</returns>
    public CheckedDraft? Check(InvoiceDraft draft)
    {
        IndiaDate today = clock.TodayInIndia();
        if (today != settings.Today)
            settings = settingsOf(today);
        InvoiceRules.Check(draft.Invoice, settings, draft.Issues);
        if (draft.Issues.HasErrors)
            return null;
        byte[] body = InvoiceJson.Write(draft.Invoice);
        InvoiceRules.CheckSize(body, draft.Issues, draft.Rows.Count > 0 ? draft.Rows[0].Number : null);
        return draft.Issues.HasErrors ? null : new CheckedDraft(draft, body);
    }
}
