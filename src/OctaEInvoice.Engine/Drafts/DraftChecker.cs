using OctaEInvoice.Engine.Json;
using OctaEInvoice.Engine.Masters;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Engine.Drafts;

/// <summary>Checks drafts by the rules of one environment, on one day. Who asks whether a document is valid and who sends it ask here alike.</summary>
public sealed class DraftChecker
{
    private readonly RuleSettings settings;

    /// <summary>A check for one run.</summary>
    /// <param name="settings">Environment, severities, day and lists.</param>
    public DraftChecker(RuleSettings settings) => this.settings = settings;

    /// <summary>A check of documents to be registered today.</summary>
    /// <param name="environment">Production or Test: a GSTIN's wrong check digit is an error against the first only.</param>
    /// <param name="isStrict">True to raise warnings to errors.</param>
    /// <param name="masters">Lists of states, units and so on; null for those that come along.</param>
    /// <returns>The check.</returns>
    public static DraftChecker For(OctaEnvironment environment, bool isStrict, MasterData? masters = null) => new(new RuleSettings
    {
        Environment = environment,
        Strict = isStrict,
        Today = new IndiaTime(DateTimeOffset.UtcNow).ToIndiaDate(),
        Masters = masters ?? MasterData.BuiltIn,
    });

    /// <summary>A check of B2C documents for which payment QR codes are made.</summary>
    /// <param name="environment">Production or Test.</param>
    /// <returns>The check.</returns>
    public static DraftChecker ForPaymentQr(OctaEnvironment environment) => new(new RuleSettings
    {
        Environment = environment,
        Today = new IndiaTime(DateTimeOffset.UtcNow).ToIndiaDate(),
        ForPaymentQr = true,
    });

    /// <summary>Checks a draft by every rule, writes it as it will be sent and judges its size; what is found is added to its issues.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The draft with its bytes; null when an issue keeps it from being sent.</returns>
    public CheckedDraft? Check(InvoiceDraft draft)
    {
        InvoiceRules.Check(draft.Invoice, settings, draft.Issues);
        if (draft.Issues.HasErrors)
            return null;
        byte[] body = InvoiceJson.Write(draft.Invoice);
        InvoiceRules.CheckSize(body, draft.Issues, draft.Rows.Count > 0 ? draft.Rows[0].Number : null);
        return draft.Issues.HasErrors ? null : new CheckedDraft(draft, body);
    }
}
