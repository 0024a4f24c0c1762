namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer tasks, as .NET has it.</summary>
internal static class TaskMembers
{
    extension(Parallel)
    {
        internal static async Task ForEachAsync<T>(IEnumerable<T> items, ParallelOptions options, Func<T, CancellationToken, ValueTask> body)
        {
            using var room = new SemaphoreSlim(options.MaxDegreeOfParallelism);
            var all = new List<Task>();
            foreach (T item in items)
            {
                await room.WaitAsync();
                all.Add(Task.Run(async () =>
                {
                    try
                    {
                        await body(item, options.CancellationToken);
                    }
                    finally
                    {
                        room.Release();
                    }
                }));
            }
            await Task.WhenAll(all);
        }
    }

    extension(CancellationTokenSource source)
    {
        internal Task CancelAsync() => Task.Run(source.Cancel);
    }

    extension<T>(Task<T> task)
    {
        internal Task<T> WaitAsync(TimeSpan timeout) => task.WaitAsync(timeout, TimeProvider.System);
    }

    extension(Task)
    {
        internal static Task Delay(TimeSpan delay, TimeProvider clock) => clock.Delay(delay);
    }

    extension(Task task)
    {
        internal Task WaitAsync(TimeSpan timeout) => task.WaitAsync(timeout, TimeProvider.System);

        internal Task WaitAsync(TimeSpan timeout, CancellationToken cancellation) => task.WaitAsync(timeout, TimeProvider.System, cancellation);
    }

    extension(HttpContent content)
    {
        internal Task<string> ReadAsStringAsync(CancellationToken cancellation) => content.ReadAsStringAsync();
    }
}
