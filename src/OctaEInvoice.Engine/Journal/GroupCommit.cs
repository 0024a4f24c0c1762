namespace OctaEInvoice.Engine.Journal;

/// <summary>Appends lines durably: those that come while a flush is under way share the next one.</summary>
internal sealed class GroupCommit
{
    private readonly FileStream stream;
    private readonly object gate = new();
    private List<byte[]> pending = [];
    private TaskCompletionSource<bool> flushed = NewSource();
    private Task flushing = Task.CompletedTask;
    private bool isFlushing;
    private long position;
    private Exception? broken;

    internal GroupCommit(FileStream stream)
    {
        this.stream = stream;
        position = stream.Length;
        stream.Position = position;
    }

    /// <summary>Appends a line.</summary>
    /// <param name="line">The line with its line feed.</param>
    /// <param name="offset">Where it begins.</param>
    /// <returns>Completes when the disk has it; fails with <see cref="JournalException"/>.</returns>
    internal Task AppendAsync(byte[] line, out long offset)
    {
        lock (gate)
        {
            offset = position;
            if (broken is not null)
                return Task.FromException(Broken(broken));
            position += line.Length;
            pending.Add(line);
            Task done = flushed.Task;
            if (!isFlushing)
            {
                isFlushing = true;
                flushing = Task.Run(FlushPending);
            }
            return done;
        }
    }

    /// <summary>Waits for what was appended; a failure was told to those who appended.</summary>
    internal void WaitForAll()
    {
        Task current;
        lock (gate)
            current = flushing;
        current.Wait();
    }

    private void FlushPending()
    {
        while (true)
        {
            List<byte[]> lines;
            TaskCompletionSource<bool> done;
            lock (gate)
            {
                if (pending.Count == 0)
                {
                    isFlushing = false;
                    return;
                }
                lines = pending;
                done = flushed;
                pending = [];
                flushed = NewSource();
            }
            try
            {
                byte[] bytes = lines.Count == 1 ? lines[0] : Joined(lines);
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
                done.SetResult(true);
            }
            catch (Exception fault) when (JournalFiles.IsOfFile(fault))
            {
                Break(fault, done);
                return;
            }
        }
    }

    // One write for all of them; the stream has no buffer.
    private static byte[] Joined(List<byte[]> lines)
    {
        byte[] bytes = new byte[lines.Sum(static line => line.Length)];
        int position = 0;
        foreach (byte[] line in lines)
        {
            Buffer.BlockCopy(line, 0, bytes, position, line.Length);
            position += line.Length;
        }
        return bytes;
    }

    // Nothing is known of what the disk has after a failed write: no further line may pretend to follow.
    private void Break(Exception fault, TaskCompletionSource<bool> done)
    {
        TaskCompletionSource<bool> waiting;
        lock (gate)
        {
            broken = fault;
            isFlushing = false;
            pending.Clear();
            waiting = flushed;
        }
        done.SetException(Broken(fault));
        waiting.TrySetException(Broken(fault));
        _ = waiting.Task.Exception;
    }

    private static JournalException Broken(Exception fault) => new("The journal can't be written: " + fault.Message, fault);

    private static TaskCompletionSource<bool> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
