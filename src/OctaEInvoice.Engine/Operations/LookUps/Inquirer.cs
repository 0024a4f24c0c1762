using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.LookUps;

/// <summary>Makes calls that change nothing: retried on all that is transient; a refusal that makes the rest of the run pointless stops it.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
internal sealed class Inquirer<T>
    where T : class
{
    private readonly RunState run;
    private readonly ServiceCalls<T> calls;

    /// <summary>Calls of one run.</summary>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="service">Which service answers.</param>
    public Inquirer(RunState run, OctaService service)
    {
        this.run = run;
        calls = new ServiceCalls<T>(run, service);
    }

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="complete">Completes the value of a success.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer.</returns>
    public async Task<ServerAnswer<T>> AskAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, Action<T> complete, CancellationToken cancellation)
    {
        ServerAnswer<T> answer = await calls.LookUpAsync(call, cancellation).ConfigureAwait(false);
        if (answer.Value is T value)
            complete(value);
        else
            run.NoteRefusal(answer, gstin: null);
        return answer;
    }
}
