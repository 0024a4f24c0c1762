using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Cancellation;

/// <summary>The way of one cancellation, of an IRN or of an e-way bill, without any I/O.</summary>
/// <remarks>
/// Sending a cancellation twice harms nobody: the second is answered by "cancelled already". So one in doubt looks at the status
/// and is sent again within bounds; "cancelled already" counts as done once the status was seen under the seller's own GSTIN.
/// </remarks>
public sealed class CancelMachine
{
    private readonly bool canLookUp;
    private readonly int mostResends;
    private bool wasInDoubt;
    private bool isSaidCancelled;
    private bool isRefused;
    private bool hasRetriedRefusal;
    private int unlistedRefusals;

    /// <summary>A cancellation before its first step.</summary>
    /// <param name="canLookUp">The status can be asked for; of an e-way bill only when its IRN is known.</param>
    /// <param name="mostResends">How often it may be sent again while in doubt.</param>
    public CancelMachine(bool canLookUp, int mostResends = 4)
    {
        this.canLookUp = canLookUp;
        this.mostResends = mostResends;
    }

    /// <summary>What to do now.</summary>
    public CancelStep Step { get; private set; } = CancelStep.Cancel;

    /// <summary>How it ended; meaningful once the step is Finish.</summary>
    public CancelVerdict Verdict { get; private set; }

    /// <summary>How often it was sent again.</summary>
    public int Resends { get; private set; }

    /// <summary>Tells what the step brought.</summary>
    /// <param name="facts">The answer.</param>
    /// <returns>What to do next.</returns>
    public CancelStep After(CancelFacts facts)
    {
        Step = Step switch
        {
            CancelStep.Finish => throw new InvalidOperationException("The outcome is known already."),
            CancelStep.LookUp => AfterLookUp(facts),
            _ => AfterCancel(facts),
        };
        return Step;
    }

    /// <summary>Ends it without a further request: the run was stopped.</summary>
    /// <returns>Finish.</returns>
    public CancelStep GiveUp() => Step = End(wasInDoubt ? CancelVerdict.InDoubt : CancelVerdict.NotSent);

    private CancelStep AfterCancel(CancelFacts facts) => facts.Kind switch
    {
        AnswerKind.Success => End(CancelVerdict.Cancelled),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        AnswerKind.Throttled or AnswerKind.NotSent => End(wasInDoubt ? CancelVerdict.InDoubt : CancelVerdict.NotSent),
        _ => Doubt(),
    };

    private CancelStep AfterRefusal(IReadOnlyList<string> codes)
    {
        if (ControlCodes.MeansCancelledAlready(codes))
        {
            isSaidCancelled = true;
            return canLookUp ? CancelStep.LookUp : End(Unseen(codes));
        }
        if (ControlCodes.ProvesNothing(codes) || (ControlCodes.IsUnlisted(codes) && unlistedRefusals++ == 0))
            return Doubt();
        if (!hasRetriedRefusal && ControlCodes.MayPassOnRetry(codes))
        {
            hasRetriedRefusal = true;
            return CancelStep.CancelAgain;
        }
        if (!wasInDoubt)
            return End(CancelVerdict.Rejected);
        // An earlier attempt may have done what this one is refused for, such as past the 24 hours.
        isRefused = true;
        return canLookUp ? CancelStep.LookUp : End(CancelVerdict.InDoubt);
    }

    // "Cancelled already" of what can't be looked up: done when an attempt of this run may have done it, unless the code may also mean "not yours".
    private CancelVerdict Unseen(IReadOnlyList<string> codes)
    {
        if (!wasInDoubt)
            return CancelVerdict.Rejected;
        return ControlCodes.MayMeanNotYours(codes) ? CancelVerdict.InDoubt : CancelVerdict.FoundCancelled;
    }

    private CancelStep Doubt()
    {
        wasInDoubt = true;
        return canLookUp ? CancelStep.LookUp : Again();
    }

    private CancelStep AfterLookUp(CancelFacts facts)
    {
        if (facts is { Kind: AnswerKind.Success, Status: RecordStatus.Cancelled })
            return End(wasInDoubt ? CancelVerdict.FoundCancelled : CancelVerdict.CancelledBefore);
        bool isDefinite = facts is { Kind: AnswerKind.Success, Status: RecordStatus.Active }
            || (facts.Kind == AnswerKind.Refused && ControlCodes.MeansNotFound(facts.Codes));
        if (isSaidCancelled || isRefused)
            return End(isDefinite ? CancelVerdict.Rejected : CancelVerdict.InDoubt);
        return Again();
    }

    private CancelStep Again()
    {
        if (Resends >= mostResends)
            return End(CancelVerdict.InDoubt);
        Resends++;
        return CancelStep.CancelAgain;
    }

    private CancelStep End(CancelVerdict verdict)
    {
        Verdict = verdict;
        return CancelStep.Finish;
    }
}
