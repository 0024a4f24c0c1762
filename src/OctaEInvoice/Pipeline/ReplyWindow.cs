using System.Management.Automation;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>Runs calls side by side and writes their replies on the pipeline's thread, in the order of the input.</summary>
internal sealed class ReplyWindow : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    // Calls that were broken off end by themselves: the time in which each can say how it ended.
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromMilliseconds(300);

    private readonly OrderedWindow<IReply> replies;
    private readonly TimeSpan patience;
    private readonly Action whileWaiting;
    private readonly CancellationTokenSource breakingOff;

    /// <param name="width">Calls that run at once, at most.</param>
    /// <param name="patience">How long what is in flight is waited for when the command ends early.</param>
    /// <param name="whileWaiting">Called on the pipeline's thread after each wait.</param>
    /// <param name="breakingOff">Ends calls and waits at once, as for Ctrl+C; the command's own.</param>
    internal ReplyWindow(int width, TimeSpan patience, Action whileWaiting, CancellationTokenSource breakingOff)
    {
        replies = new OrderedWindow<IReply>(width);
        this.patience = patience;
        this.whileWaiting = whileWaiting;
        this.breakingOff = breakingOff;
    }

    /// <summary>Starts a call as soon as there is room; writes what is finished meanwhile.</summary>
    internal void Start(Func<CancellationToken, Task<IReply>> call)
    {
        WaitForRoom();
        CancellationToken token = breakingOff.Token;
        replies.Start(() => call(token));
        WriteFinished();
    }

    /// <summary>Puts a reply that is there already into the order.</summary>
    internal void Add(IReply reply)
    {
        WaitForRoom();
        replies.Add(reply);
        WriteFinished();
    }

    /// <summary>Writes what comes in until another call can be started.</summary>
    internal void WaitForRoom()
    {
        while (replies.IsFull)
            WriteOrWait();
        // Calls that Ctrl+C breaks off make room as well; nothing more is started in it.
        if (breakingOff.IsCancellationRequested)
            throw new PipelineStoppedException();
    }

    /// <summary>Writes all that is still to come.</summary>
    internal void WriteAll()
    {
        while (replies.Count > 0)
            WriteOrWait();
    }

    /// <summary>Waits for what is in flight and writes the successes alone.</summary>
    internal void WriteSuccesses()
    {
        // A call that is still on its way, as in a long back-off, is no reason to withhold those that are done.
        replies.WaitForAll(patience);
        foreach (IReply reply in replies.TakeFinished())
            if (reply.IsSuccess)
                reply.Write();
    }

    /// <summary>Waits a bounded time for what is in flight, then breaks it off.</summary>
    public void Dispose()
    {
        if (breakingOff.IsCancellationRequested || !replies.WaitForAll(patience))
        {
            breakingOff.Cancel();
            replies.WaitForAll(SettleTimeout);
        }
        replies.Dispose();
    }

    private void WriteOrWait()
    {
        if (WriteFinished())
            return;
        try
        {
            replies.WaitForProgress(PollInterval, breakingOff.Token);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        whileWaiting();
    }

    private bool WriteFinished()
    {
        bool any = false;
        while (replies.TryTake(out IReply reply))
        {
            any = true;
            reply.Write();
        }
        return any;
    }
}
