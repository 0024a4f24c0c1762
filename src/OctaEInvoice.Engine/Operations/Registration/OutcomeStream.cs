using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Registers documents side by side and gives their outcomes in the order of the documents.</summary>
internal static class OutcomeStream
{
    /// <summary>Registers.</summary>
    /// <param name="documents">The documents; the next one is asked for when there is room for it.</param>
    /// <param name="register">Registers one of them; must not throw.</param>
    /// <param name="width">Documents in flight at most.</param>
    /// <param name="cancellation">Ends it; what is in flight then is given as it ended.</param>
    internal static async IAsyncEnumerable<RegistrationOutcome> InOrderAsync<T>(
        IAsyncEnumerable<T> documents,
        Func<T, CancellationToken, Task<RegistrationOutcome>> register,
        int width,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var window = new OrderedWindow<RegistrationOutcome>(width);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        IAsyncEnumerator<T> input = documents.GetAsyncEnumerator(reading.Token);
        Task<bool>? next = null;
        try
        {
            ExceptionDispatchInfo? fault = null;
            bool isInputRead = false;
            while (!isInputRead || window.Count > 0)
            {
                while (window.TryTake(out RegistrationOutcome outcome))
                    yield return outcome;
                if (isInputRead || window.IsFull)
                {
                    if (window.Count > 0)
                        await window.WaitForProgressAsync().ConfigureAwait(false);
                    continue;
                }
                next ??= NextAsync(input, cancellation);
                // A slow input does not hold back what is finished.
                if (!next.IsCompleted)
                {
                    Task ready = window.Count > 0 ? Task.WhenAny(next, window.WaitForProgressAsync()) : Task.WhenAny(next);
                    await ready.ConfigureAwait(false);
                    continue;
                }
                isInputRead = !HasNext(next, ref fault);
                next = null;
                if (!isInputRead)
                {
                    T document = input.Current;
                    window.Start(() => register(document, cancellation));
                }
            }
            // What went out is told before it is said why the rest did not.
            fault?.Throw();
        }
        finally
        {
            // Whoever stops reading early leaves nothing behind that is still on its way.
            await window.WhenAllAsync().ConfigureAwait(false);
            reading.Cancel();
            if (next is not null)
                await Task.WhenAny(next).ConfigureAwait(false);
            await input.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A list as a stream; it is read as far as there is room.</summary>
    internal static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> documents)
    {
        foreach (T document in documents)
            yield return document;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await input.MoveNextAsync().ConfigureAwait(false);
    }

    private static bool HasNext(Task<bool> next, ref ExceptionDispatchInfo? fault)
    {
        try
        {
            return next.GetAwaiter().GetResult();
        }
        catch (Exception thrown)
        {
            fault = ExceptionDispatchInfo.Capture(thrown);
            return false;
        }
    }
}
