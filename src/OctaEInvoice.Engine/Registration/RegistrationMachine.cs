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
    private bool hasRetriedRefusal;

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
    public void BeginInDoubt()
    {
        wasInDoubt = true;
        step = RegistrationStep.LookUpRecord;
    }

    /// <summary>Tells what the step brought.</summary>
    /// <param name="facts">The answer.</param>
    /// <returns>What to do next.</returns>
    public RegistrationStep After(RegistrationFacts facts)
    {
        step = step switch
        {
            RegistrationStep.Send or RegistrationStep.SendAgain => AfterSend(facts),
            RegistrationStep.AskForEwb => facts.Kind == AnswerKind.Success ? End(RegistrationVerdict.Registered) : End(RegistrationVerdict.RegisteredWithoutEwb),
            RegistrationStep.Finish => throw new InvalidOperationException("The outcome is known already."),
            _ => AfterLookUp(facts),
        };
        return step;
    }

    private RegistrationStep AfterSend(RegistrationFacts facts) => facts.Kind switch
    {
        AnswerKind.Success when wantsEwb && !facts.HasEwb => RegistrationStep.AskForEwb,
        AnswerKind.Success => End(RegistrationVerdict.Registered),
        AnswerKind.Refused => AfterRefusal(facts),
        // Polly has waited and tried as long as it was allowed to; an earlier attempt in doubt stays in doubt.
        AnswerKind.Throttled or AnswerKind.NotSent => wasInDoubt ? LookUp() : End(RegistrationVerdict.NotSent),
        _ => LookUp(),
    };

    private RegistrationStep AfterRefusal(RegistrationFacts facts)
    {
        if (ControlCodes.MeansRegistered(facts.Codes))
        {
            isKnownRegistered = true;
            return RegistrationStep.LookUpRecord;
        }
        if (ControlCodes.ProvesNothing(facts.Codes))
            return LookUp();
        if (!hasRetriedRefusal && ControlCodes.MayPassOnRetry(facts.Codes))
        {
            hasRetriedRefusal = true;
            return RegistrationStep.SendAgain;
        }
        return End(RegistrationVerdict.Rejected);
    }

    private RegistrationStep LookUp()
    {
        wasInDoubt = true;
        return RegistrationStep.LookUpRecord;
    }

    private RegistrationStep AfterLookUp(RegistrationFacts facts)
    {
        if (facts.Kind == AnswerKind.Success)
            return AfterFound(facts.Verdict ?? AdoptionVerdict.Unknown);
        RegistrationStep? next = NextLookUp();
        if (next is not null)
            return next.Value;
        if (isKnownRegistered)
            return End(RegistrationVerdict.RegisteredDataMissing);
        if (resends >= mostResends)
            return End(RegistrationVerdict.InDoubt);
        resends++;
        return RegistrationStep.SendAgain;
    }

    private RegistrationStep AfterFound(AdoptionVerdict verdict)
    {
        switch (verdict)
        {
            case AdoptionVerdict.Same:
                return End(RegistrationVerdict.Recovered);
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
