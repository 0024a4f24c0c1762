using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Journal;

/// <summary>One document's place in the journal while it is on its way.</summary>
internal sealed class JournalSlot(RunJournal journal, DocumentKey key, IndiaDate? date, string requestHash) : IDisposable
{
    private readonly TaskCompletionSource<bool> left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isDisposed;

    internal DocumentKey Key { get; } = key;

    internal KeyDigest Digest { get; } = KeyDigest.Of(key);

    internal IndiaDate? Date { get; } = date;

    internal string RequestHash { get; } = requestHash;

    /// <summary>What the journal said of the document before; null when it did not know it.</summary>
    internal JournalEntry? Before { get; set; }

    /// <summary>True from the line before the request to the line after its answer.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>The document changed since the journal's entry.</summary>
    internal bool IsChanged => Before is not null && !string.Equals(Before.RequestHash, RequestHash, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says that the request goes out now; once is enough for all its sends.</summary>
    /// <exception cref="JournalException">The disk did not take it: nothing may be sent.</exception>
    internal async Task SendingAsync()
    {
        if (IsOpen)
            return;
        await journal.WriteSendingAsync(this).ConfigureAwait(false);
        IsOpen = true;
    }

    /// <summary>Says what became of the document.</summary>
    /// <exception cref="JournalException">The disk did not take it.</exception>
    internal async Task SettledAsync(IrnResult result)
    {
        await journal.WriteOutcomeAsync(this, result).ConfigureAwait(false);
        IsOpen = false;
    }

    internal async Task WaitAsync(CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(left.Task, Task.Delay(Timeout.Infinite, ended.Token)).ConfigureAwait(false);
        ended.Cancel();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        journal.Leave(this);
        left.TrySetResult(true);
    }
}
