using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>
/// The way of one document, cancellation or e-way bill through the answers of the server, without any I/O: it is told what a step
/// brought and says the next one. Every order of answers can be tested without a server or a clock.
/// </summary>
/// <typeparam name="TStep">What can be done.</typeparam>
/// <typeparam name="TFacts">What of an answer matters for the next step.</typeparam>
/// <typeparam name="TVerdict">How it can end.</typeparam>
internal abstract class StepMachine<TStep, TFacts, TVerdict>(TStep first, TStep finish, int maxResends)
    where TStep : struct, Enum
    where TVerdict : struct, Enum
{
    private bool hasRetriedRefusal;

    /// <summary>What to do now.</summary>
    internal TStep Step { get; private protected set; } = first;

    /// <summary>Of which kind that is.</summary>
    internal abstract StepKind Kind { get; }

    /// <summary>How it ended; meaningful once the kind is Finish.</summary>
    internal TVerdict Verdict { get; private set; }

    /// <summary>How often it was asked again because nobody could tell whether it was done.</summary>
    internal int Resends { get; private set; }

    /// <summary>An attempt was not answered: it may have been done.</summary>
    private protected bool WasInDoubt { get; set; }

    /// <summary>The verdict when nothing further is asked.</summary>
    private protected abstract TVerdict GivenUp { get; }

    /// <summary>Tells what the step brought.</summary>
    /// <param name="facts">The answer.</param>
    /// <returns>What to do next.</returns>
    internal TStep After(TFacts facts)
    {
        if (Kind == StepKind.Finish)
            throw new InvalidOperationException("The outcome is known already.");
        return Step = Next(facts);
    }

    /// <summary>Ends it without a further request: the run was stopped.</summary>
    /// <returns>Finish.</returns>
    internal TStep GiveUp() => Step = End(GivenUp);

    private protected abstract TStep Next(TFacts facts);

    private protected TStep End(TVerdict verdict)
    {
        Verdict = verdict;
        return finish;
    }

    /// <summary>Asks again what is in doubt, within bounds.</summary>
    /// <param name="again">The step that asks again.</param>
    /// <param name="otherwise">The verdict when the bound is reached.</param>
    private protected TStep AskAgainOrEnd(TStep again, TVerdict otherwise)
    {
        if (Resends >= maxResends)
            return End(otherwise);
        Resends++;
        return again;
    }

    /// <summary>True for the first refusal that may pass when the same is asked once more.</summary>
    private protected bool MayRetryOnce(IReadOnlyList<string> codes)
    {
        if (hasRetriedRefusal || !ControlCodes.MayPassOnRetry(codes))
            return false;
        return hasRetriedRefusal = true;
    }
}

/// <summary>What a step means for whoever does it.</summary>
internal enum StepKind
{
    /// <summary>A request that changes something.</summary>
    Ask,

    /// <summary>Such a request again, after a wait.</summary>
    AskAgain,

    /// <summary>A request that changes nothing.</summary>
    LookUp,

    /// <summary>The outcome is known.</summary>
    Finish,
}
