using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Ewb;

/// <summary>The way of one e-way bill by IRN, without any I/O.</summary>
public sealed class EwbMachine
{
    private readonly int mostResends;
    private bool wasInDoubt;
    private bool isKnownToExist;
    private bool isRefused;
    private bool hasRetriedRefusal;
    private int unlistedRefusals;

    /// <summary>An e-way bill before its first step.</summary>
    /// <param name="mostResends">How often it may be asked for again while in doubt.</param>
    public EwbMachine(int mostResends = 4) => this.mostResends = mostResends;

    /// <summary>What to do now.</summary>
    public EwbStep Step { get; private set; } = EwbStep.Make;

    /// <summary>How it ended; meaningful once the step is Finish.</summary>
    public EwbVerdict Verdict { get; private set; }

    /// <summary>How often it was asked for again.</summary>
    public int Resends { get; private set; }

    /// <summary>Tells what the step brought.</summary>
    /// <param name="facts">The answer.</param>
    /// <returns>What to do next.</returns>
    public EwbStep After(EwbFacts facts)
    {
        Step = Step switch
        {
            EwbStep.Finish => throw new InvalidOperationException("The outcome is known already."),
            EwbStep.Fetch => AfterFetch(facts),
            _ => AfterMake(facts),
        };
        return Step;
    }

    /// <summary>Ends it without a further request: the run was stopped.</summary>
    /// <returns>Finish.</returns>
    public EwbStep GiveUp() => Step = End(wasInDoubt ? EwbVerdict.InDoubt : EwbVerdict.NotSent);

    private EwbStep AfterMake(EwbFacts facts) => facts.Kind switch
    {
        AnswerKind.Success => End(EwbVerdict.Made),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        AnswerKind.Throttled or AnswerKind.NotSent => End(wasInDoubt ? EwbVerdict.InDoubt : EwbVerdict.NotSent),
        _ => Doubt(),
    };

    private EwbStep AfterRefusal(IReadOnlyList<string> codes)
    {
        if (ControlCodes.MeansEwbExists(codes))
        {
            isKnownToExist = true;
            return EwbStep.Fetch;
        }
        if (ControlCodes.ProvesNothing(codes) || (ControlCodes.IsUnlisted(codes) && unlistedRefusals++ == 0))
            return Doubt();
        if (!hasRetriedRefusal && ControlCodes.MayPassOnRetry(codes))
        {
            hasRetriedRefusal = true;
            return EwbStep.MakeAgain;
        }
        if (!wasInDoubt)
            return End(EwbVerdict.Rejected);
        if (!ControlCodes.SpeaksOfDocument(codes))
            return End(EwbVerdict.InDoubt);
        // An earlier attempt may have done what this one is refused for.
        isRefused = true;
        return EwbStep.Fetch;
    }

    private EwbStep Doubt()
    {
        wasInDoubt = true;
        return EwbStep.Fetch;
    }

    // One that was cancelled is no e-way bill: a new one may be made for the same IRN.
    private EwbStep AfterFetch(EwbFacts facts)
    {
        if (facts.Kind == AnswerKind.Success && facts.Status != RecordStatus.Cancelled)
            return End(EwbVerdict.Adopted);
        if (isKnownToExist)
            return End(EwbVerdict.DataMissing);
        if (isRefused)
            return End(facts.Kind == AnswerKind.Success || (facts.Kind == AnswerKind.Refused && ControlCodes.MeansNotFound(facts.Codes)) ? EwbVerdict.Rejected : EwbVerdict.InDoubt);
        if (Resends >= mostResends)
            return End(EwbVerdict.InDoubt);
        Resends++;
        return EwbStep.MakeAgain;
    }

    private EwbStep End(EwbVerdict verdict)
    {
        Verdict = verdict;
        return EwbStep.Finish;
    }
}
