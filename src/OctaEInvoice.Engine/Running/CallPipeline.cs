using OctaEInvoice.Engine.Client;
using Polly;
using Polly.Retry;

namespace OctaEInvoice.Engine.Running;

/// <summary>
/// What every call of a run goes through, outside in: repeats with growing waits and jitter, the gate, the bound of one attempt.
/// What a document's answers mean is the state machine's part.
/// </summary>
internal sealed class CallPipeline
{
    // Polly comes without native code, and checks its options by reflection: the first pipeline of a process costs as much as a slow call.
    private static readonly Lazy<Task> WarmedUp = new(() => Task.Run(async () =>
    {
        using var run = new RunState(new ResilienceSettings());
        var answer = Task.FromResult(new ServerAnswer<IrnResult> { Kind = AnswerKind.Success });
        await new ServiceCalls<IrnResult>(run, OctaService.Irn).LookUpAsync(_ => answer, CancellationToken.None).ConfigureAwait(false);
    }));

    private readonly ResilienceSettings settings;
    private readonly RunState run;
    private readonly ServiceGate gate;
    private readonly ResiliencePipeline repeats;
    private readonly ResiliencePipeline pipeline;

    internal CallPipeline(RunState run, ResilienceSettings settings, Uri? address)
    {
        this.run = run;
        this.settings = settings;
        var clock = new RunClock(settings.Time, run.Stopping);
        gate = new ServiceGate(settings, clock, run, address);
        repeats = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(Repeats()).Build();
        pipeline = new ResiliencePipelineBuilder()
            .AddPipeline(repeats)
            .AddStrategy(_ => new GateStrategy(gate, run))
            .AddTimeout(settings.AttemptTimeout)
            .Build();
    }

    /// <summary>What calls wait for; null while they go through.</summary>
    internal RunEvent? WaitsFor => gate.WaitsFor;

    /// <summary>Makes a call of no server on another thread; only the first of a process.</summary>
    internal static void WarmUp() => _ = WarmedUp.Value;

    /// <summary>Makes a call.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, or something was to be sent and the run is over.</exception>
    internal async ValueTask<ServerAnswer<T>> AskAsync<T>(PipelineCall<T> call, CancellationToken cancellation)
        where T : class
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            call.AddTo(context);
            Outcome<object> outcome = await pipeline.ExecuteOutcomeAsync(
                static (context, call) => call.TryAsync(context.CancellationToken),
                context,
                (PipelineCall)call).ConfigureAwait(false);
            outcome.ThrowIfException();
            return (ServerAnswer<T>)outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Does something that is made of several calls, again after a wait as long as it asks for that. A stop of the run ends the wait, not the rounds: they are to end by themselves.</summary>
    /// <param name="round">Does it once; true to be done again.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal async ValueTask RepeatAsync(Func<CancellationToken, ValueTask<bool>> round, CancellationToken cancellation) =>
        await repeats.ExecuteAsync(round, cancellation).ConfigureAwait(false);

    private RetryStrategyOptions Repeats() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = settings.BaseDelay,
        MaxDelay = settings.MaxDelay,
        ShouldHandle = arguments => new ValueTask<bool>(IsRepeated(arguments)),
        // MaxDelay does not bound a generated delay.
        DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result is IServerAnswer { RetryAfter: TimeSpan asked } ? settings.Bounded(asked) : null),
        OnRetry = arguments =>
        {
            if (arguments.Outcome.Result is IServerAnswer answer)
                run.Report(new Retrying(arguments.RetryDelay, answer.Describe()));
            return default;
        },
    };

    // After a stop a round is done once more, without a wait, to end what it has begun; a call is not.
    private bool IsRepeated(RetryPredicateArguments<object> arguments) => arguments.Outcome.Result switch
    {
        bool isAskedFor => isAskedFor,
        IServerAnswer answer => !run.IsOver && PipelineCall.Of(arguments.Context).IsRepeatedAfter(answer, arguments.AttemptNumber, settings),
        _ => false,
    };
}
