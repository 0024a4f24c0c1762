using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using Polly;

namespace OctaEInvoice.Engine.Running;

/// <summary>One call on its way through the pipeline: what the strategies have to know of it.</summary>
internal abstract class PipelineCall(OctaService service, bool isLookUp, bool isOptional)
{
    private static readonly ResiliencePropertyKey<PipelineCall> Key = new(nameof(PipelineCall));

    internal OctaService Service => service;

    /// <summary>It changes nothing: made again after all that is transient, and made even when nothing more is sent.</summary>
    internal bool IsLookUp => isLookUp;

    /// <summary>The run goes on without it when its service is down.</summary>
    internal bool IsOptional => isOptional;

    /// <summary>What the last try brought; null before the first.</summary>
    internal IServerAnswer? Last { get; private protected set; }

    /// <summary>True when it was not made because its service is down.</summary>
    internal bool IsGivenUp { get; private set; }

    internal static PipelineCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    internal void AddTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Makes one try.</summary>
    internal abstract ValueTask<Outcome<object>> TryAsync(CancellationToken cancellation);

    /// <summary>An answer of this call's type that says why none came.</summary>
    internal abstract object NoAnswer(AnswerKind kind, string detail);

    /// <summary>The answer of a call that was not made because its service is down.</summary>
    internal object GiveUp(string why)
    {
        IsGivenUp = true;
        return NoAnswer(AnswerKind.NotSent, why);
    }

    /// <summary>Whether an answer is a reason to try again.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="repeats">Tries again so far.</param>
    /// <param name="settings">How often to try.</param>
    internal bool IsRepeatedAfter(IServerAnswer answer, int repeats, ResilienceSettings settings)
    {
        if (IsGivenUp)
            return false;
        if (isLookUp)
            return repeats < settings.LookUpTries - 1 && (answer.Kind is AnswerKind.NotSent or AnswerKind.Unclear || (answer.Kind == AnswerKind.Refused && ControlCodes.ProvesNothing(answer.Codes)));
        // What changes something is tried again only where nothing can have been done; 429 and 3108 never come here.
        return answer.Kind == AnswerKind.NotSent || (answer.Kind == AnswerKind.Refused && ControlCodes.IsSigningTrouble(answer.Codes) && repeats < settings.SigningTries);
    }
}

/// <summary>One call whose success carries a value.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
internal sealed class PipelineCall<T>(Func<CancellationToken, Task<ServerAnswer<T>>> call, OctaService service, bool isLookUp, bool isOptional)
    : PipelineCall(service, isLookUp, isOptional)
    where T : class
{
    internal override async ValueTask<Outcome<object>> TryAsync(CancellationToken cancellation)
    {
        try
        {
            ServerAnswer<T> answer = await call(cancellation).ConfigureAwait(false);
            Last = answer;
            return Outcome.FromResult<object>(answer);
        }
#pragma warning disable CA1031 // Polly's strategies get outcomes, not exceptions; the caller gets it again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Outcome.FromException<object>(fault);
        }
    }

    internal override object NoAnswer(AnswerKind kind, string detail)
    {
        var answer = new ServerAnswer<T> { Kind = kind, Detail = detail };
        Last = answer;
        return answer;
    }
}
