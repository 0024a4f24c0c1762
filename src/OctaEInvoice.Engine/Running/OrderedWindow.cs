namespace OctaEInvoice.Engine.Running;

/// <summary>Runs work of a pipeline side by side within bounds and gives results in the order of the input.</summary>
/// <remarks>
/// Used from one thread (the pipeline's). At most <c>width</c> pieces run; finished ones wait for their turn, up to four times as many,
/// so that one document in back-off does not stall the rest.
/// </remarks>
/// <typeparam name="T">Result of a piece.</typeparam>
public sealed class OrderedWindow<T> : IDisposable
{
    private const int WaitingPerRunning = 4;

    private readonly int width;
    private readonly Queue<Task<T>> pieces = new();
    private readonly SemaphoreSlim progress = new(0);
    private int running;
    private Task? waiting;

    /// <summary>An empty window.</summary>
    /// <param name="width">Pieces that may run at once, at least 1.</param>
    public OrderedWindow(int width) => this.width = Math.Max(1, width);

    /// <summary>True when another piece has to wait.</summary>
    public bool IsFull => Volatile.Read(ref running) >= width || pieces.Count >= width * (1 + WaitingPerRunning);

    /// <summary>Pieces whose results were not taken yet.</summary>
    public int Count => pieces.Count;

    /// <summary>Starts a piece; the window must not be full.</summary>
    /// <param name="work">The work; it runs on the thread pool.</param>
    public void Start(Func<Task<T>> work)
    {
        Interlocked.Increment(ref running);
        pieces.Enqueue(Task.Run(() => RunAsync(work)));
    }

    /// <summary>Adds a result that is there already, in its place of the order.</summary>
    /// <param name="result">The result.</param>
    public void Add(T result) => pieces.Enqueue(Task.FromResult(result));

    /// <summary>Takes the next result of the order when it is there.</summary>
    /// <param name="result">The result.</param>
    /// <returns>False when the next piece still runs, or there is none.</returns>
    public bool TryTake(out T result)
    {
        if (pieces.Count > 0 && pieces.Peek().IsCompleted)
        {
            result = pieces.Dequeue().GetAwaiter().GetResult();
            return true;
        }
        result = default!;
        return false;
    }

    /// <summary>Waits until a piece finishes, or a while has passed.</summary>
    /// <param name="timeout">The longest wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public void WaitForProgress(TimeSpan timeout, CancellationToken cancellation) => progress.Wait(timeout, cancellation);

    /// <summary>Waits until a piece finishes.</summary>
    /// <returns>When one has.</returns>
    public Task WaitForProgressAsync()
    {
        if (waiting is null or { IsCompleted: true })
            waiting = progress.WaitAsync();
        // A piece says that it is done a moment before its task is. Whoever looks in that moment would not be woken again, so the next
        // one in the order wakes by itself.
        return pieces.Count > 0 ? Task.WhenAny(waiting, pieces.Peek()) : waiting;
    }

    /// <summary>Waits until all pieces have finished, however they ended.</summary>
    /// <returns>When all have.</returns>
    public Task WhenAllAsync() => Task.WhenAll(pieces).ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Waits, within a bound, until all pieces have finished.</summary>
    /// <param name="timeout">The bound.</param>
    /// <returns>True when all have finished.</returns>
    public bool WaitForAll(TimeSpan timeout)
    {
        Task all = Task.WhenAll(pieces);
        // A piece that failed or was cancelled has finished too; whoever takes it sees that.
        all.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return ((IAsyncResult)all).AsyncWaitHandle.WaitOne(timeout);
    }

    /// <summary>Takes all results that are there, in the order of the input, and leaves out the pieces that still run.</summary>
    /// <returns>The results.</returns>
    public IReadOnlyList<T> TakeFinished()
    {
        var finished = new List<T>();
        for (int left = pieces.Count; left > 0; left--)
        {
            Task<T> piece = pieces.Dequeue();
            if (piece.IsCompleted)
                finished.Add(piece.GetAwaiter().GetResult());
            else
                pieces.Enqueue(piece);
        }
        return finished;
    }

    /// <inheritdoc/>
    public void Dispose() => progress.Dispose();

    private async Task<T> RunAsync(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref running);
            try
            {
                progress.Release();
            }
            catch (ObjectDisposedException)
            {
                // The pipeline has ended; nobody waits any more.
            }
        }
    }
}
