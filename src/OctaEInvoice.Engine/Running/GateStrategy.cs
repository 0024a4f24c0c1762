using System.Globalization;
using OctaEInvoice.Engine.Client;
using Polly;
using Polly.Timeout;

namespace OctaEInvoice.Engine.Running;

/// <summary>The gate as a strategy of Polly's: each try waits for its turn, and what came of it decides about the turns of the others.</summary>
internal sealed class GateStrategy(ServiceGate gate, RunState run) : ResilienceStrategy<object>
{
    /// <inheritdoc/>
    protected override async ValueTask<Outcome<object>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<object>>> callback,
        ResilienceContext context,
        TState state)
    {
        PipelineCall call = PipelineCall.Of(context);
        while (true)
        {
            Turn turn;
            try
            {
                turn = await gate.EnterAsync(call, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            }
            catch (OperationCanceledException fault)
            {
                return Outcome.FromException<object>(fault);
            }
            if (run.IsOver && (!call.IsLookUp || call.Last is not null))
                return AfterTheEnd(call);
            if (turn == Turn.None)
                return Outcome.FromResult(call.GiveUp(gate.WhyNot(call)));
            Outcome<object> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            if (outcome.Exception is TimeoutRejectedException late)
                outcome = Outcome.FromResult(call.NoAnswer(AnswerKind.Unclear, string.Format(CultureInfo.InvariantCulture, "No answer within {0} seconds.", late.Timeout.TotalSeconds)));
            if (outcome.Result is not IServerAnswer answer)
            {
                gate.Abandon(call, turn);
                return outcome;
            }
            // "Too fast" is said to the whole window and costs no call its tries.
            if (!gate.Leave(call, turn, answer))
                continue;
            return call.IsOptional && !run.IsOver && answer.Kind == AnswerKind.Throttled ? Outcome.FromResult(call.GiveUp(answer.Describe())) : outcome;
        }
    }

    // Nothing new is sent once the run is over; what the last try brought stands. A look-up's first try is made: it settles what is in doubt.
    private static Outcome<object> AfterTheEnd(PipelineCall call) => call.Last is object last
        ? Outcome.FromResult(last)
        : Outcome.FromException<object>(new OperationCanceledException("The run ended before the call."));
}
