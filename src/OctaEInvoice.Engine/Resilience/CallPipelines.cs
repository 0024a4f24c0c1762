using System.Globalization;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Errors;
using Polly;
using Polly.Retry;

namespace OctaEInvoice.Engine.Resilience;

/// <summary>Polly's part: waits and retries of single calls. What a document's answers mean is the state machine's part.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
internal sealed class CallPipelines<T>(RunState run, ResilienceSettings settings)
    where T : class
{
    // Building a pipeline costs more than most calls: only when one is needed.
    private readonly Lazy<ResiliencePipeline<ServerAnswer<T>>> send = new(() => Build(run, settings, answer => IsSafeToSendAgain(answer), int.MaxValue, settings.SigningTries));
    private readonly Lazy<ResiliencePipeline<ServerAnswer<T>>> lookUp = new(() => Build(run, settings, IsTransient, settings.LookUpTries - 1, settings.LookUpTries));

    /// <summary>Sends what changes something: retried only where nothing can have been done (429, never connected, 2146, 2147).</summary>
    internal ValueTask<ServerAnswer<T>> SendAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation) =>
        RunAsync(send, IsSafeToSendAgain, call, cancellation);

    /// <summary>Asks: retried on all that is transient.</summary>
    internal ValueTask<ServerAnswer<T>> LookUpAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation) =>
        RunAsync(lookUp, IsTransient, call, cancellation);

    // The first try runs without Polly, so that a run without trouble never builds a pipeline.
    private async ValueTask<ServerAnswer<T>> RunAsync(
        Lazy<ResiliencePipeline<ServerAnswer<T>>> pipeline,
        Func<ServerAnswer<T>, bool> isRetried,
        Func<CancellationToken, Task<ServerAnswer<T>>> call,
        CancellationToken cancellation)
    {
        ServerAnswer<T> first = await CallAsync(call, cancellation).ConfigureAwait(false);
        if (!isRetried(first))
            return first;
        ServerAnswer<T>? pending = first;
        return await pipeline.Value.ExecuteAsync(
            async token =>
            {
                if (pending is not ServerAnswer<T> known)
                    return await CallAsync(call, token).ConfigureAwait(false);
                pending = null;
                return known;
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<ServerAnswer<T>> CallAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation)
    {
        await run.WaitForPauseAsync(cancellation).ConfigureAwait(false);
        ServerAnswer<T> answer = await call(cancellation).ConfigureAwait(false);
        if (answer.Kind is AnswerKind.Success or AnswerKind.Refused or AnswerKind.Throttled)
            run.ServiceAnswered();
        else
            run.ServiceFailed(answer.Detail);
        return answer;
    }

    private static ResiliencePipeline<ServerAnswer<T>> Build(RunState run, ResilienceSettings settings, Func<ServerAnswer<T>, bool> isRetried, int tries, int signingTries) =>
        new ResiliencePipelineBuilder<ServerAnswer<T>> { TimeProvider = settings.Time }
            .AddRetry(new RetryStrategyOptions<ServerAnswer<T>>
            {
                MaxRetryAttempts = tries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.BaseDelay,
                MaxDelay = settings.MostDelay,
                ShouldHandle = arguments => new ValueTask<bool>(
                    run.Stopped is null
                    && arguments.Outcome.Result is ServerAnswer<T> answer
                    && isRetried(answer)
                    && (answer.Kind != AnswerKind.Refused || arguments.AttemptNumber < signingTries)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(Wait(arguments.Outcome.Result, settings)),
                OnRetry = arguments =>
                {
                    Pause(run, arguments.Outcome.Result!, arguments.RetryDelay);
                    return default;
                },
            })
            .Build();

    // MaxDelay does not bound a generated delay, so Retry-After is bounded here.
    private static TimeSpan? Wait(ServerAnswer<T>? answer, ResilienceSettings settings)
    {
        if (answer?.RetryAfter is not TimeSpan asked)
            return null;
        return asked < settings.MostRetryAfter ? asked : settings.MostRetryAfter;
    }

    private static void Pause(RunState run, ServerAnswer<T> answer, TimeSpan wait)
    {
        if (answer.Kind == AnswerKind.Throttled || ControlCodes.IsLimit(Codes(answer)))
            run.PauseFor(wait, "The server asks to slow down.");
        else
            run.Words.Enqueue(string.Format(CultureInfo.InvariantCulture, "Trying again in {0:0.#} seconds: {1}", wait.TotalSeconds, answer.Detail));
    }

    private static bool IsSafeToSendAgain(ServerAnswer<T> answer) =>
        answer.Kind is AnswerKind.Throttled or AnswerKind.NotSent
        || (answer.Kind == AnswerKind.Refused && Codes(answer) is IReadOnlyList<string> codes && (ControlCodes.IsSigningTrouble(codes) || ControlCodes.IsLimit(codes)));

    private static bool IsTransient(ServerAnswer<T> answer) =>
        answer.Kind is AnswerKind.Throttled or AnswerKind.NotSent or AnswerKind.Unclear
        || (answer.Kind == AnswerKind.Refused && Codes(answer) is IReadOnlyList<string> codes && (ControlCodes.ProvesNothing(codes) || ControlCodes.IsLimit(codes)));

    private static string[] Codes(ServerAnswer<T> answer) => [.. answer.Errors.Select(error => error.Code)];
}
