using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Takes one document, cancellation or e-way bill through its state machine: asks, looks up, asks again, until the outcome is known.</summary>
/// <param name="run">What the run's calls share.</param>
/// <param name="gstin">GSTIN of the seller.</param>
internal sealed class MachineDriver(RunState run, string? gstin)
{
    /// <summary>True once a request that changes something has left: what is broken off then may have been done.</summary>
    internal bool WasSent { get; private set; }

    /// <summary>True to try one look-up even after the run has stopped because nobody answers: a cancellation or an e-way bill has no next run that would look it up.</summary>
    internal bool LooksUpToTheLast { get; init; }

    /// <summary>The run has stopped because nobody answers any more, not even look-ups.</summary>
    internal bool NobodyAnswers => run.Stopped is RunStop.Outage or RunStop.Address or RunStop.Login or RunStop.ClientBlocked;

    /// <summary>Does what the machine says until it has ended.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="ask">Does a step that changes something.</param>
    /// <param name="lookUp">Does a step that changes nothing.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="OperationCanceledException">It was ended; <see cref="WasSent"/> says whether something may have been done.</exception>
    internal async Task RunMachineAsync<TStep, TFacts, TVerdict>(
        StepMachine<TStep, TFacts, TVerdict> machine,
        Func<CancellationToken, ValueTask<TFacts>> ask,
        Func<CancellationToken, ValueTask<TFacts>> lookUp,
        CancellationToken cancellation)
        where TStep : struct, Enum
        where TVerdict : struct, Enum
    {
        await run.Pipeline.RepeatAsync(RoundAsync, cancellation).ConfigureAwait(false);

        // Up to the end, or to the next request that asks again, which is to wait.
        async ValueTask<bool> RoundAsync(CancellationToken token)
        {
            while (machine.Kind != StepKind.Finish)
            {
                if (IsPointless(machine.Kind))
                    machine.GiveUp();
                else
                    machine.After(await (machine.Kind == StepKind.LookUp ? lookUp : ask)(token).ConfigureAwait(false));
                if (machine.Kind == StepKind.AskAgain)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Sends a request that changes something; a refusal may stop the run or the seller.</summary>
    internal async ValueTask<ServerAnswer<T>> SendAsync<T>(ServiceCalls<T> calls, Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        ServerAnswer<T> answer = await calls.SendAsync(
            token =>
            {
                WasSent = true;
                return call(token);
            },
            cancellation).ConfigureAwait(false);
        run.NoteRefusal(answer, gstin);
        return answer;
    }

    /// <summary>Sends a request that changes nothing; a refusal may stop the run or the seller.</summary>
    internal async ValueTask<ServerAnswer<T>> LookUpAsync<T>(ServiceCalls<T> calls, Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        ServerAnswer<T> answer = await calls.LookUpAsync(call, cancellation).ConfigureAwait(false);
        run.NoteRefusal(answer, gstin);
        return answer;
    }

    // After a stop nothing new is sent, but what is in doubt is looked up where somebody may still answer.
    private bool IsPointless(StepKind kind) => kind == StepKind.LookUp ? NobodyAnswers && !LooksUpToTheLast : !run.MaySend(gstin);
}
