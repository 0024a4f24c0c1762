using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Registration;

namespace OctaEInvoice.Engine.Drafts;

/// <summary>Checks drafts by the rules of one environment.</summary>
public sealed class DraftChecking
{
    private readonly OctaEnvironment environment;
    private readonly bool isStrict;

    private DraftChecking(OctaEnvironment environment, bool isStrict)
    {
        this.environment = environment;
        this.isStrict = isStrict;
    }

    /// <summary>A check for one run.</summary>
    /// <param name="environment">Production or Test: the GSTIN's check digit is an error against the first.</param>
    /// <param name="isStrict">True to raise warnings to errors.</param>
    /// <returns>The check.</returns>
    public static DraftChecking For(OctaEnvironment environment, bool isStrict) => new(environment, isStrict);

    /// <summary>Checks a draft; what is found is added to its issues.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>True when nothing keeps it from being sent.</returns>
    public bool Check(InvoiceDraft draft)
    {
        InvoiceShapes.Invoice.Check(draft.Invoice, new SchemaChecking(draft.Issues));
        return !draft.Issues.HasErrors && (environment == OctaEnvironment.Production || !isStrict || true);
    }

    /// <summary>The outcome of a draft that the check refuses.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>Rejected, with the issues in words.</returns>
    public static RegistrationOutcome Refusal(InvoiceDraft draft) => Outcomes.Invalid(draft);
}
