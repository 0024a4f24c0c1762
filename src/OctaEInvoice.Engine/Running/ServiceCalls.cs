using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Engine.Running;

/// <summary>Calls of one kind to one service, through the run's pipeline.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
/// <param name="run">The run.</param>
/// <param name="service">Which service answers.</param>
/// <param name="isOptional">True when the run goes on without these calls while the service is down.</param>
internal sealed class ServiceCalls<T>(RunState run, OctaService service, bool isOptional = false)
    where T : class
{
    /// <summary>Sends what changes something: repeated only where nothing can have been done (429, never connected, 2146, 2147, 3108).</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, or the run ended before it was sent.</exception>
    internal ValueTask<ServerAnswer<T>> SendAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation) =>
        run.Pipeline.AskAsync(new PipelineCall<T>(call, service, isLookUp: false, isOptional), cancellation);

    /// <summary>Asks: repeated on all that is transient.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal ValueTask<ServerAnswer<T>> LookUpAsync(Func<CancellationToken, Task<ServerAnswer<T>>> call, CancellationToken cancellation) =>
        run.Pipeline.AskAsync(new PipelineCall<T>(call, service, isLookUp: true, isOptional), cancellation);
}
