using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Engine.Operations.EwayBills;

/// <summary>The way of one e-way bill by IRN.</summary>
/// <param name="maxResends">How often it may be asked for again while in doubt.</param>
internal sealed class EwbMachine(int maxResends = 4)
    : StepMachine<EwbStep, EwbFacts, EwbVerdict>(EwbStep.Make, EwbStep.Finish, maxResends)
{
    private bool isKnownToExist;
    private bool isRefused;
    private int unlistedRefusals;

    internal override StepKind Kind => Step switch
    {
        EwbStep.Make => StepKind.Ask,
        EwbStep.MakeAgain => StepKind.AskAgain,
        EwbStep.Fetch => StepKind.LookUp,
        _ => StepKind.Finish,
    };

    private protected override EwbVerdict GivenUp => WasInDoubt ? EwbVerdict.InDoubt : EwbVerdict.NotSent;

    private protected override EwbStep Next(EwbFacts facts) => Step == EwbStep.Fetch ? AfterFetch(facts) : AfterMake(facts);

    private EwbStep AfterMake(EwbFacts facts) => facts.Kind switch
    {
        AnswerKind.Success => End(EwbVerdict.Made),
        AnswerKind.Refused => AfterRefusal(facts.Codes),
        AnswerKind.Throttled or AnswerKind.NotSent => End(GivenUp),
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
        if (MayRetryOnce(codes))
            return EwbStep.MakeAgain;
        if (!WasInDoubt)
            return End(EwbVerdict.Rejected);
        if (!ControlCodes.SpeaksOfDocument(codes))
            return End(EwbVerdict.InDoubt);
        // An earlier attempt may have done what this one is refused for.
        isRefused = true;
        return EwbStep.Fetch;
    }

    private EwbStep Doubt()
    {
        WasInDoubt = true;
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
        return AskAgainOrEnd(EwbStep.MakeAgain, EwbVerdict.InDoubt);
    }
}

/// <summary>What an answer says that matters for the next step of an e-way bill.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Status">Of a success that carries a number: the status.</param>
internal readonly record struct EwbFacts(AnswerKind Kind, IReadOnlyList<string> Codes, RecordStatus Status = RecordStatus.Unknown);

/// <summary>What to do next for an e-way bill.</summary>
internal enum EwbStep
{
    /// <summary>Ask for it (generateewbbyirn).</summary>
    Make,

    /// <summary>Wait a while, then ask again: safe, because the portal makes one active e-way bill for an IRN.</summary>
    MakeAgain,

    /// <summary>Fetch the one that exists (getewbbyirn).</summary>
    Fetch,

    /// <summary>The outcome is known.</summary>
    Finish,
}

/// <summary>How the way of an e-way bill ended.</summary>
internal enum EwbVerdict
{
    /// <summary>Made by this run.</summary>
    Made,

    /// <summary>It existed and was fetched.</summary>
    Adopted,

    /// <summary>Refused by the server.</summary>
    Rejected,

    /// <summary>It exists, but its data can't be had.</summary>
    DataMissing,

    /// <summary>Nobody could tell whether there is one.</summary>
    InDoubt,

    /// <summary>The request could not be sent; there is none of this run.</summary>
    NotSent,
}
