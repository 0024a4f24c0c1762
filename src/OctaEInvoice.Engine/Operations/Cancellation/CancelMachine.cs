using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Engine.Operations.Cancellation;

/// <summary>The way of one cancellation, of an IRN or of an e-way bill.</summary>
/// <remarks>
/// Sending a cancellation twice harms nobody: the second is answered by "cancelled already". So one in doubt looks at the status
/// and is sent again within bounds; "cancelled already" counts as done once the status was seen under the seller's own GSTIN.
/// </remarks>
/// <param name="canLookUp">The status can be asked for; of an e-way bill only when its IRN is known.</param>
/// <param name="maxResends">How often it may be sent again while in doubt.</param>
internal sealed class CancelMachine(bool canLookUp, int maxResends = 4)
    : StepMachine<CancelStep, CancelFacts, CancelVerdict>(CancelStep.Cancel, CancelStep.Finish, maxResends)
{
    private bool isSaidCancelled;
    private bool isRefused;
    private int unlistedRefusals;

    internal override StepKind Kind => Step switch
    {
        CancelStep.Cancel => StepKind.Ask,
        CancelStep.CancelAgain => StepKind.AskAgain,
        CancelStep.LookUp => StepKind.LookUp,
        _ => StepKind.Finish,
    };

    private protected override CancelVerdict GivenUp => WasInDoubt ? CancelVerdict.InDoubt : CancelVerdict.NotSent;

    private protected override CancelStep Next(CancelFacts facts) => Step == CancelStep.LookUp ? AfterLookUp(facts) : AfterCancel(facts);

    private CancelStep AfterCancel(CancelFacts facts) => facts.Kind switch
    {
        AnswerKind.Success => End(CancelVerdict.Cancelled),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        AnswerKind.Throttled or AnswerKind.NotSent => End(GivenUp),
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
        if (MayRetryOnce(codes))
            return CancelStep.CancelAgain;
        if (!WasInDoubt)
            return End(CancelVerdict.Rejected);
        // An earlier attempt may have done what this one is refused for, such as past the 24 hours.
        isRefused = true;
        return canLookUp ? CancelStep.LookUp : End(CancelVerdict.InDoubt);
    }

    // "Cancelled already" of what can't be looked up: done when an attempt of this run may have done it, unless the code may also mean "not yours".
    private CancelVerdict Unseen(IReadOnlyList<string> codes)
    {
        if (!WasInDoubt)
            return CancelVerdict.Rejected;
        return ControlCodes.MayMeanNotYours(codes) ? CancelVerdict.InDoubt : CancelVerdict.FoundCancelled;
    }

    private CancelStep Doubt()
    {
        WasInDoubt = true;
        return canLookUp ? CancelStep.LookUp : Again();
    }

    private CancelStep AfterLookUp(CancelFacts facts)
    {
        if (facts is { Kind: AnswerKind.Success, Status: RecordStatus.Cancelled })
            return End(WasInDoubt ? CancelVerdict.FoundCancelled : CancelVerdict.CancelledBefore);
        bool isDefinite = facts is { Kind: AnswerKind.Success, Status: RecordStatus.Active }
            || (facts.Kind == AnswerKind.Refused && ControlCodes.MeansNotFound(facts.Codes));
        if (isSaidCancelled || isRefused)
            return End(isDefinite ? CancelVerdict.Rejected : CancelVerdict.InDoubt);
        return Again();
    }

    private CancelStep Again() => AskAgainOrEnd(CancelStep.CancelAgain, CancelVerdict.InDoubt);
}

/// <summary>What an answer says that matters for the next step of a cancellation.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Status">Of a look-up that found something of the same seller: its status.</param>
internal readonly record struct CancelFacts(AnswerKind Kind, IReadOnlyList<string> Codes, RecordStatus Status = RecordStatus.Unknown);

/// <summary>What to do next for a cancellation.</summary>
internal enum CancelStep
{
    /// <summary>Send it (cancelirn, cancelewb).</summary>
    Cancel,

    /// <summary>Wait a while, then send it again: safe, because what is cancelled stays cancelled.</summary>
    CancelAgain,

    /// <summary>Ask for the status (getirn, getewbbyirn).</summary>
    LookUp,

    /// <summary>The outcome is known.</summary>
    Finish,
}

/// <summary>How a cancellation ended.</summary>
internal enum CancelVerdict
{
    /// <summary>The server confirmed it.</summary>
    Cancelled,

    /// <summary>An attempt of this run was not answered, but the status says cancelled.</summary>
    FoundCancelled,

    /// <summary>It was cancelled before this run, which counts as done.</summary>
    CancelledBefore,

    /// <summary>Refused by the server; it stays in force.</summary>
    Rejected,

    /// <summary>Nobody could tell whether it is cancelled.</summary>
    InDoubt,

    /// <summary>The request could not be sent; it stays in force.</summary>
    NotSent,
}
