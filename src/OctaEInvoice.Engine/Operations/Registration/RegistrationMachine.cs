using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>The way of one document through generateirn.</summary>
/// <remarks>
/// What makes exactly-once true is the portal's key: it refuses a second registration of the same seller, year, type and number.
/// So a document in doubt may be sent again; a document known to be registered never is.
/// </remarks>
/// <param name="wantsEwb">The document asks for an e-way bill.</param>
/// <param name="hasTypedIrn">Its number has lower-case letters, so that older documents have another IRN.</param>
/// <param name="maxResends">How often it may be sent again while in doubt.</param>
internal sealed class RegistrationMachine(bool wantsEwb, bool hasTypedIrn, int maxResends = 4)
    : StepMachine<RegistrationStep, RegistrationFacts, RegistrationVerdict>(RegistrationStep.Send, RegistrationStep.Finish, maxResends)
{
    private bool isKnownRegistered;
    private bool wasRecovered;
    private bool isRefused;
    private bool sawNoAnswer;

    internal override StepKind Kind => Step switch
    {
        RegistrationStep.Send or RegistrationStep.AskForEwb => StepKind.Ask,
        RegistrationStep.SendAgain => StepKind.AskAgain,
        RegistrationStep.Finish => StepKind.Finish,
        _ => StepKind.LookUp,
    };

    private protected override RegistrationVerdict GivenUp
    {
        get
        {
            if (Step == RegistrationStep.AskForEwb)
                return WithoutEwb;
            if (isKnownRegistered)
                return RegistrationVerdict.RegisteredDataMissing;
            return WasInDoubt ? RegistrationVerdict.InDoubt : RegistrationVerdict.NotSent;
        }
    }

    private RegistrationVerdict WithEwb => wasRecovered ? RegistrationVerdict.Recovered : RegistrationVerdict.Registered;

    private RegistrationVerdict WithoutEwb => wasRecovered ? RegistrationVerdict.RecoveredWithoutEwb : RegistrationVerdict.RegisteredWithoutEwb;

    /// <summary>Begins with looking up instead of sending: the document was in flight when an earlier run ended.</summary>
    internal void BeginInDoubt() => Step = LookUp();

    /// <summary>Begins with a document that an earlier run registered or recovered without the e-way bill asked for.</summary>
    /// <param name="wasRecovered">The earlier run found it registered.</param>
    internal void BeginWithoutEwb(bool wasRecovered = false)
    {
        this.wasRecovered = wasRecovered;
        Step = RegistrationStep.AskForEwb;
    }

    private protected override RegistrationStep Next(RegistrationFacts facts) => Step switch
    {
        RegistrationStep.Send or RegistrationStep.SendAgain => AfterSend(facts),
        RegistrationStep.AskForEwb => End(facts.Kind == AnswerKind.Success ? WithEwb : WithoutEwb),
        _ => AfterLookUp(facts),
    };

    private RegistrationStep AfterSend(RegistrationFacts facts) => facts.Kind switch
    {
        AnswerKind.Success when wantsEwb && !facts.HasEwb => RegistrationStep.AskForEwb,
        AnswerKind.Success => End(RegistrationVerdict.Registered),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        // The waiting was ended by a stop of the run; an earlier attempt in doubt stays in doubt.
        AnswerKind.Throttled or AnswerKind.NotSent => End(GivenUp),
        _ => LookUp(),
    };

    private RegistrationStep AfterRefusal(IReadOnlyList<string> codes)
    {
        if (ControlCodes.MeansRegistered(codes))
        {
            isKnownRegistered = true;
            return RegistrationStep.LookUpRecord;
        }
        if (ControlCodes.ProvesNothing(codes))
            return LookUp();
        if (MayRetryOnce(codes))
            return RegistrationStep.SendAgain;
        // An earlier attempt that was not answered may have done what this one is refused for, such as a day too late after midnight,
        // and a refusal that the catalogue does not have says nothing for certain: the portal is asked, and nothing is sent again.
        if (!WasInDoubt && !ControlCodes.IsUnlisted(codes))
            return End(RegistrationVerdict.Rejected);
        isRefused = true;
        // One for reasons of its own (login, load, a passing fault) never makes "rejected" of a document in doubt.
        sawNoAnswer = WasInDoubt && !ControlCodes.SpeaksOfDocument(codes);
        return RegistrationStep.LookUpRecord;
    }

    private RegistrationStep LookUp()
    {
        WasInDoubt = true;
        return RegistrationStep.LookUpRecord;
    }

    private RegistrationStep AfterLookUp(RegistrationFacts facts)
    {
        if (facts.Kind == AnswerKind.Success)
            return AfterFound(facts);
        sawNoAnswer |= facts.Kind != AnswerKind.Refused || !ControlCodes.MeansNotFound(facts.Codes);
        RegistrationStep? next = NextLookUp();
        if (next is not null)
            return next.Value;
        if (isKnownRegistered)
            return End(RegistrationVerdict.RegisteredDataMissing);
        if (isRefused)
            return End(sawNoAnswer ? RegistrationVerdict.InDoubt : RegistrationVerdict.Rejected);
        return AskAgainOrEnd(RegistrationStep.SendAgain, RegistrationVerdict.InDoubt);
    }

    private RegistrationStep AfterFound(RegistrationFacts facts)
    {
        switch (facts.Verdict ?? AdoptionVerdict.Unknown)
        {
            case AdoptionVerdict.Same:
                wasRecovered = true;
                return wantsEwb && !facts.HasEwb ? RegistrationStep.AskForEwb : End(RegistrationVerdict.Recovered);
            case AdoptionVerdict.Cancelled:
                return End(RegistrationVerdict.Rejected);
            case AdoptionVerdict.Different:
                return End(RegistrationVerdict.Conflict);
            default:
                isKnownRegistered = true;
                return NextLookUp() ?? End(RegistrationVerdict.RegisteredDataMissing);
        }
    }

    // In doubt two look-ups suffice, since a resend tells more; of a known duplicate every way is tried.
    private RegistrationStep? NextLookUp() => Step switch
    {
        RegistrationStep.LookUpRecord => RegistrationStep.LookUpByDocument,
        RegistrationStep.LookUpByDocument when isKnownRegistered => RegistrationStep.LookUpByIrn,
        RegistrationStep.LookUpByIrn when hasTypedIrn => RegistrationStep.LookUpByTypedIrn,
        _ => null,
    };
}

/// <summary>What an answer says that matters for the next step; made from a real answer, or by a test.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Verdict">Of a look-up that found something: whether it is the same document.</param>
/// <param name="HasEwb">Of a registration: whether an e-way bill came with it.</param>
internal readonly record struct RegistrationFacts(AnswerKind Kind, IReadOnlyList<string> Codes, AdoptionVerdict? Verdict = null, bool HasEwb = false);

/// <summary>What to do next for a document.</summary>
internal enum RegistrationStep
{
    /// <summary>Send it (generateirn).</summary>
    Send,

    /// <summary>Wait a while, then send it again: safe, because the portal refuses a second registration of the key.</summary>
    SendAgain,

    /// <summary>Ask for Octa's own record (getdocirninfo).</summary>
    LookUpRecord,

    /// <summary>Ask the portal by type, number and date (getirnbydoc).</summary>
    LookUpByDocument,

    /// <summary>Ask the portal by the computed IRN, number in upper case (getirn).</summary>
    LookUpByIrn,

    /// <summary>Ask the portal by the IRN computed of the number as typed, as before June 2025 (getirn).</summary>
    LookUpByTypedIrn,

    /// <summary>Ask for the e-way bill that did not come with the IRN (generateewbbyirn).</summary>
    AskForEwb,

    /// <summary>The outcome is known.</summary>
    Finish,
}

/// <summary>How the state machine ended.</summary>
internal enum RegistrationVerdict
{
    /// <summary>Registered by this run.</summary>
    Registered,

    /// <summary>Registered, but the e-way bill asked for did not come.</summary>
    RegisteredWithoutEwb,

    /// <summary>Existed already and is the same document.</summary>
    Recovered,

    /// <summary>Existed already and is the same document, but the e-way bill asked for is not to be had.</summary>
    RecoveredWithoutEwb,

    /// <summary>Refused by the server.</summary>
    Rejected,

    /// <summary>The number belongs to another document.</summary>
    Conflict,

    /// <summary>It is registered, but its data can't be had.</summary>
    RegisteredDataMissing,

    /// <summary>Nobody could tell whether it is registered.</summary>
    InDoubt,

    /// <summary>It could not be sent; this run registered nothing.</summary>
    NotSent,
}
