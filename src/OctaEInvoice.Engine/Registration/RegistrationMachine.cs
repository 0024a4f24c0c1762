using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Registration;

/// <summary>
/// The way of one document through generateirn, without any I/O: it is told what an answer was and says what to do next.
/// </summary>
/// <remarks>
/// What makes exactly-once true is the portal's key: it refuses a second registration of the same seller, year, type and number.
/// So a document in doubt may be sent again; a document known to be registered never is.
/// </remarks>
public sealed class RegistrationMachine
{
    private readonly bool wantsEwb;
    private readonly bool hasTypedIrn;
    private readonly int mostResends;
    private RegistrationStep step = RegistrationStep.Send;
    private int resends;
    private bool isKnownRegistered;
    private bool wasInDoubt;
    private bool wasRecovered;
    private bool hasRetriedRefusal;
    private bool isRefused;
    private bool sawNoAnswer;

    /// <summary>A document's way, before its first step.</summary>
    /// <param name="wantsEwb">The document asks for an e-way bill.</param>
    /// <param name="hasTypedIrn">Its number has lower-case letters, so that older documents have another IRN.</param>
    /// <param name="mostResends">How often it may be sent again while in doubt.</param>
    public RegistrationMachine(bool wantsEwb, bool hasTypedIrn, int mostResends = 4)
    {
        this.wantsEwb = wantsEwb;
        this.hasTypedIrn = hasTypedIrn;
        this.mostResends = mostResends;
    }

    /// <summary>What to do now.</summary>
    public RegistrationStep Step => step;

    /// <summary>How it ended; meaningful once the step is Finish.</summary>
    public RegistrationVerdict Verdict { get; private set; }

    /// <summary>How often it was sent again.</summary>
    public int Resends => resends;

    /// <summary>Begins with looking up instead of sending: the document was in flight when an earlier run ended.</summary>
    public void BeginInDoubt() => step = LookUp();

    /// <summary>Begins with a document that an earlier run registered or recovered without the e-way bill asked for.</summary>
    /// <param name="wasRecovered">The earlier run found it registered.</param>
    public void BeginWithoutEwb(bool wasRecovered = false)
    {
        this.wasRecovered = wasRecovered;
        step = RegistrationStep.AskForEwb;
    }

    /// <summary>Tells what the step brought.</summary>
    /// <param name="facts">The answer.</param>
    /// <returns>What to do next.</returns>
    public RegistrationStep After(RegistrationFacts facts)
    {
        step = step switch
        {
            RegistrationStep.Send or RegistrationStep.SendAgain => AfterSend(facts),
            RegistrationStep.AskForEwb => AfterEwb(facts.Kind == AnswerKind.Success),
            RegistrationStep.Finish => throw new InvalidOperationException("The outcome is known already."),
            _ => AfterLookUp(facts),
        };
        return step;
    }

    /// <summary>Ends it without a further request: the run was stopped.</summary>
    /// <returns>Finish.</returns>
    public RegistrationStep GiveUp()
    {
        if (step == RegistrationStep.AskForEwb)
            return step = AfterEwb(hasEwb: false);
        if (isKnownRegistered)
            return step = End(RegistrationVerdict.RegisteredDataMissing);
        return step = End(wasInDoubt ? RegistrationVerdict.InDoubt : RegistrationVerdict.NotSent);
    }

    private RegistrationStep AfterSend(RegistrationFacts facts) => facts.Kind switch
    {
        AnswerKind.Success when wantsEwb && !facts.HasEwb => RegistrationStep.AskForEwb,
        AnswerKind.Success => End(RegistrationVerdict.Registered),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        // The waiting was ended by a stop of the run; an earlier attempt in doubt stays in doubt.
        AnswerKind.Throttled or AnswerKind.NotSent => GiveUp(),
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
        if (!hasRetriedRefusal && ControlCodes.MayPassOnRetry(codes))
        {
            hasRetriedRefusal = true;
            return RegistrationStep.SendAgain;
        }
        // An earlier attempt that was not answered may have done what this one is refused for, such as a day too late after midnight,
        // and a refusal that the catalogue does not have says nothing for certain: the portal is asked, and nothing is sent again.
        if (!wasInDoubt && !ControlCodes.IsUnlisted(codes))
            return End(RegistrationVerdict.Rejected);
        isRefused = true;
        // One for reasons of its own (login, load, a passing fault) never makes "rejected" of a document in doubt.
        sawNoAnswer = wasInDoubt && !ControlCodes.SpeaksOfDocument(codes);
        return RegistrationStep.LookUpRecord;
    }

    private RegistrationStep LookUp()
    {
        wasInDoubt = true;
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
        if (resends >= mostResends)
            return End(RegistrationVerdict.InDoubt);
        resends++;
        return RegistrationStep.SendAgain;
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

    private RegistrationStep AfterEwb(bool hasEwb)
    {
        if (wasRecovered)
            return End(hasEwb ? RegistrationVerdict.Recovered : RegistrationVerdict.RecoveredWithoutEwb);
        return End(hasEwb ? RegistrationVerdict.Registered : RegistrationVerdict.RegisteredWithoutEwb);
    }

    // In doubt two look-ups suffice, since a resend tells more; of a known duplicate every way is tried.
    private RegistrationStep? NextLookUp() => step switch
    {
        RegistrationStep.LookUpRecord => RegistrationStep.LookUpByDocument,
        RegistrationStep.LookUpByDocument when isKnownRegistered => RegistrationStep.LookUpByIrn,
        RegistrationStep.LookUpByIrn when hasTypedIrn => RegistrationStep.LookUpByTypedIrn,
        _ => null,
    };

    private RegistrationStep End(RegistrationVerdict verdict)
    {
        Verdict = verdict;
        return RegistrationStep.Finish;
    }
}
