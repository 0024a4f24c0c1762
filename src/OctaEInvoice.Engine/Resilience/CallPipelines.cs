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
    private readonly Lazy<ResiliencePipeline<ServerAnswer<T>>> send = new(() => Build(run, settings, IsSafeToSendAgain, int.MaxValue, settings.SigningTries));
    private readonly Lazy<ResiliencePipeline<ServerAnswer<T>>> lookUp = new(() => Build(run, settings, IsTransient, settings.LookUpTries - 1, settings.LookUpTries));

    /// <summary>Sends what changes something: retried only where nothing can have been done (429, never connected, 2146, 2147, 3108).</summary>
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
        ServerAnswer<T> last = await CallAsync(call, cancellation).ConfigureAwait(false);
        if (!isRetried(last) || run.IsOver)
            return last;
        bool isFirst = true;
        // A stop of the run ends Polly's waits, never a request on its way.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation, run.Stopping);
        try
        {
            return await pipeline.Value.ExecuteAsync(
                async _ =>
                {
                    if (!isFirst)
                        last = await CallAsync(call, cancellation).ConfigureAwait(false);
                    isFirst = false;
                    return last;
                },
                waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return last;
        }
    }

    // "Too fast" is said to the whole window and costs no call its tries.
    private async Task<ServerAnswer<T>> CallAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation)
    {
        while (true)
        {
            bool isProbe = await run.WaitForTurnAsync(cancellation).ConfigureAwait(false);
            ServerAnswer<T> answer;
            try
            {
                answer = await call(cancellation).ConfigureAwait(false);
            }
            catch
            {
                run.Abandoned(isProbe);
                throw;
            }
            if (IsThrottled(answer))
            {
                run.ServiceThrottled(answer.RetryAfter, answer.Describe());
                if (!run.IsOver)
                    continue;
            }
            else if (answer.Kind == AnswerKind.Success || (answer.Kind == AnswerKind.Refused && !ControlCodes.ProvesNothing(answer.Codes)))
            {
                run.ServiceAnswered();
            }
            else
            {
                run.ServiceFailed(answer, isProbe);
            }
            return answer;
        }
    }

    private static ResiliencePipeline<ServerAnswer<T>> Build(RunState run, ResilienceSettings settings, Func<ServerAnswer<T>, bool> isRetried, int tries, int signingTries) =>
        new ResiliencePipelineBuilder<ServerAnswer<T>> { TimeProvider = settings.Time }
            .AddRetry(new RetryStrategyOptions<ServerAnswer<T>>
            {
                MaxRetryAttempts = Math.Max(1, tries),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.BaseDelay,
                MaxDelay = settings.MostDelay,
                ShouldHandle = arguments => new ValueTask<bool>(
                    !run.IsOver
                    && arguments.Outcome.Result is ServerAnswer<T> answer
                    && isRetried(answer)
                    && (answer.Kind != AnswerKind.Refused || arguments.AttemptNumber < signingTries)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter is TimeSpan asked ? settings.Bounded(asked) : null),
                OnRetry = arguments =>
                {
                    run.Words.Enqueue(string.Format(CultureInfo.InvariantCulture, "Trying again in {0:0.#} seconds: {1}", arguments.RetryDelay.TotalSeconds, arguments.Outcome.Result!.Describe()));
                    return default;
                },
            })
            .Build();

    private static bool IsThrottled(ServerAnswer<T> answer) =>
        answer.Kind == AnswerKind.Throttled || (answer.Kind == AnswerKind.Refused && ControlCodes.IsLimit(answer.Codes));

    private static bool IsSafeToSendAgain(ServerAnswer<T> answer) =>
        answer.Kind == AnswerKind.NotSent || (answer.Kind == AnswerKind.Refused && ControlCodes.IsSigningTrouble(answer.Codes));

    private static bool IsTransient(ServerAnswer<T> answer) =>
        answer.Kind is AnswerKind.NotSent or AnswerKind.Unclear || (answer.Kind == AnswerKind.Refused && ControlCodes.ProvesNothing(answer.Codes));
}
