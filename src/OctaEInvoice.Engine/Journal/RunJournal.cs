using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Journal;

/// <summary>The memory of a run that survives it: what was sent, and what became of it (docs/journal.md).</summary>
/// <remarks>Thread-safe. In memory are only the digest of each key and the offset of its latest line.</remarks>
public sealed class RunJournal : IDisposable
{
    private readonly object gate = new();
    private readonly LineIndex latest;
    private readonly Dictionary<KeyDigest, JournalSlot> slots = [];
    private readonly TimeProvider time;
    private readonly FileStream lockFile;
    private readonly FileStream stream;
    private readonly Stream readBack;
    private readonly GroupCommit commit;
    private bool isClosed;

    private RunJournal(string path, FileStream lockFile, FileStream stream, Stream readBack, LineIndex latest, TimeProvider time)
    {
        Path = path;
        this.latest = latest;
        this.lockFile = lockFile;
        this.stream = stream;
        this.time = time;
        commit = new GroupCommit(stream);
        this.readBack = readBack;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Documents that it knows.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return latest.Count;
        }
    }

    /// <summary>Lines that could not be read: one torn by a power cut, or damaged later. Their documents are looked up like any others.</summary>
    public int DamagedLines { get; private set; }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="binding">The server that the run talks to; a journal of another one is refused.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <returns>The journal, locked for this run.</returns>
    /// <exception cref="JournalException">Another run has it, it is another server's, it is no journal, or it can't be written.</exception>
    public static RunJournal Open(string path, JournalBinding binding, TimeProvider? time = null) =>
        Open(path, binding, time, JournalFiles.OpenForAppending, JournalFiles.OpenForReading);

    /// <summary>Opens a journal on a disk of the caller's, such as one that gets full or can't be read any more.</summary>
    internal static RunJournal Open(string path, JournalBinding binding, TimeProvider? time, Func<string, FileStream> openForAppending, Func<string, Stream> openForReading)
    {
        FileStream lockFile = JournalFiles.Lock(path);
        FileStream? stream = null;
        try
        {
            stream = openForAppending(path);
            var index = new LineIndex();
            int damaged = Load(path, stream, binding, time ?? TimeProvider.System, index);
            return new RunJournal(path, lockFile, stream, openForReading(path), index, time ?? TimeProvider.System) { DamagedLines = damaged };
        }
        catch (Exception fault)
        {
            stream?.Dispose();
            lockFile.Dispose();
            if (fault is JournalException || !JournalFiles.IsOfFile(fault))
                throw;
            throw JournalFiles.Unusable(path, fault);
        }
    }

    /// <summary>Enters a document: of two with one key the second waits until the first is settled.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="date">The document's date.</param>
    /// <param name="request">The request's content, by which a changed document is told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The document's place in the journal; to be disposed.</returns>
    /// <exception cref="JournalException">The journal can't be read any more.</exception>
    internal async Task<JournalSlot> EnterAsync(DocumentKey key, IndiaDate? date, byte[] request, CancellationToken cancellation)
    {
        var slot = new JournalSlot(this, key, date, Sha256.HexOf(request));
        while (true)
        {
            JournalSlot? other;
            lock (gate)
            {
                if (!slots.TryGetValue(slot.Digest, out other))
                {
                    slots.Add(slot.Digest, slot);
                    break;
                }
            }
            await other.WaitAsync(cancellation).ConfigureAwait(false);
        }
        try
        {
            slot.Before = Find(slot.Digest, key);
            return slot;
        }
        catch (Exception fault) when (JournalFiles.IsOfFile(fault))
        {
            slot.Dispose();
            throw new JournalException($"The journal {Path} can't be read: {fault.Message}", fault);
        }
    }

    internal Task WriteSendingAsync(JournalSlot slot) => WriteAsync(slot, JournalLines.SendingLine(slot.Key, slot.Date, slot.RequestHash, time.GetUtcNow()));

    internal Task WriteOutcomeAsync(JournalSlot slot, IrnResult result) => WriteAsync(slot, JournalLines.OutcomeLine(slot.Key, slot.Date, slot.RequestHash, result, time.GetUtcNow()));

    internal void Leave(JournalSlot slot)
    {
        lock (gate)
            slots.Remove(slot.Digest);
    }

    /// <summary>Journals what is still in flight as in doubt, and gives the lock back.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isClosed)
                return;
            foreach (JournalSlot slot in slots.Values)
                if (slot.IsOpen)
                    AppendInDoubt(slot);
            isClosed = true;
        }
        commit.WaitForAll();
        readBack.Dispose();
        stream.Dispose();
        lockFile.Dispose();
    }

    private void AppendInDoubt(JournalSlot slot)
    {
        var result = new IrnResult { Outcome = DocumentOutcome.InDoubt, ErrorMessage = "The run was broken off while the document was on its way." };
        Task written = commit.AppendAsync(JournalLines.OutcomeLine(slot.Key, slot.Date, slot.RequestHash, result, time.GetUtcNow()), out _);
        // A journal that can't be written any more says "Sending" of it, which means the same.
        written.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private Task WriteAsync(JournalSlot slot, byte[] line)
    {
        lock (gate)
        {
            // The run has ended and said "in doubt" of it; the answer that came too late is looked up by the next run.
            if (isClosed)
                return Task.FromException(new JournalException("The journal is closed."));
            Task written = commit.AppendAsync(line, out long offset);
            latest[slot.Digest] = offset;
            return written;
        }
    }

    private JournalEntry? Find(KeyDigest digest, DocumentKey key)
    {
        lock (gate)
        {
            if (isClosed || !latest.TryGetValue(digest, out long offset))
                return null;
            readBack.Position = offset;
            bool isThere = new LineReader(readBack).TryRead(out ReadOnlyMemory<byte> line, out _, out _);
            return isThere && JournalLines.Read(line, out DocumentKey found) is JournalEntry entry && found == key ? entry : null;
        }
    }

    private static int Load(string path, FileStream stream, JournalBinding binding, TimeProvider time, LineIndex index)
    {
        var lines = new LineReader(stream);
        bool hasHeader = lines.TryRead(out ReadOnlyMemory<byte> first, out _, out bool isTorn);
        if (!hasHeader || isTorn)
        {
            Begin(path, stream, first, binding, time);
            return 0;
        }
        Check(path, JournalLines.ReadHeader(first), binding);
        int damaged = 0;
        bool endsTorn = false;
        while (lines.TryRead(out ReadOnlyMemory<byte> line, out long offset, out isTorn))
        {
            endsTorn = isTorn;
            if (JournalLines.Read(line, out DocumentKey key) is null)
                damaged++;
            else
                index[KeyDigest.Of(key)] = offset;
        }
        if (endsTorn)
            Append(stream, [(byte)'\n']);
        return damaged;
    }

    // A crash in the very first moment leaves an empty file or a piece of the first line.
    private static void Begin(string path, FileStream stream, ReadOnlyMemory<byte> torn, JournalBinding binding, TimeProvider time)
    {
        byte[] header = JournalLines.Header(binding, time.GetUtcNow());
        if (torn.Length > 0 && !torn.Span.StartsWith(header.AsSpan(0, Math.Min(12, torn.Length))))
            throw new JournalException($"{path} is no journal of this module, and nothing is appended to it.");
        stream.SetLength(0);
        Append(stream, header);
    }

    private static void Append(FileStream stream, byte[] line)
    {
        stream.Position = stream.Length;
        stream.Write(line, 0, line.Length);
        stream.Flush(flushToDisk: true);
    }

    private static void Check(string path, JournalBinding? found, JournalBinding binding)
    {
        if (found is null)
            throw new JournalException($"{path} is no journal of this module, and nothing is appended to it.");
        if (found.BaseUri != binding.BaseUri || found.Environment != binding.Environment)
            throw new JournalException($"The journal {path} is of {found.BaseUri} ({found.Environment}), this run is of {binding.BaseUri} ({binding.Environment}). Each server needs a journal of its own.");
    }
}

/// <summary>Which server's documents a journal is about; its first line.</summary>
/// <param name="BaseUri">Address of the server.</param>
/// <param name="Environment">Production or Test.</param>
public sealed record JournalBinding(Uri BaseUri, OctaEnvironment Environment);
