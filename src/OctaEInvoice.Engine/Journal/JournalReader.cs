using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Engine.Journal;

/// <summary>Reads a journal, also while a run writes it.</summary>
public static class JournalReader
{
    /// <summary>The latest entry of each document, in the order in which the documents first appear.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The entries; they are read again from the file one by one, so that a large journal needs little memory.</returns>
    /// <exception cref="JournalException">The file is no journal.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IEnumerable<JournalEntry> Latest(string path)
    {
        var order = new List<KeyDigest>();
        var latest = new Dictionary<KeyDigest, (long Offset, long Line)>();
        using FileStream stream = Open(path);
        var lines = new LineReader(stream);
        Header(lines, path);
        for (long number = 2; lines.TryRead(out ReadOnlyMemory<byte> line, out long offset, out _); number++)
        {
            if (JournalLines.Read(line, out DocumentKey key) is null)
                continue;
            var digest = KeyDigest.Of(key);
            if (!latest.ContainsKey(digest))
                order.Add(digest);
            latest[digest] = (offset, number);
        }
        foreach (KeyDigest digest in order)
        {
            (long offset, long number) = latest[digest];
            stream.Position = offset;
            if (!new LineReader(stream).TryRead(out ReadOnlyMemory<byte> line, out _, out _) || JournalLines.Read(line, out _) is not JournalEntry entry)
                continue;
            entry.Line = number;
            yield return entry;
        }
    }

    /// <summary>Every entry, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The entries; torn and damaged lines are left out.</returns>
    /// <exception cref="JournalException">The file is no journal.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IEnumerable<JournalEntry> All(string path)
    {
        using FileStream stream = Open(path);
        var lines = new LineReader(stream);
        Header(lines, path);
        for (long number = 2; lines.TryRead(out ReadOnlyMemory<byte> line, out _, out _); number++)
        {
            if (JournalLines.Read(line, out _) is not JournalEntry entry)
                continue;
            entry.Line = number;
            yield return entry;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static JournalBinding Header(LineReader lines, string path) =>
        lines.TryRead(out ReadOnlyMemory<byte> line, out _, out _) && JournalLines.ReadHeader(line) is JournalBinding binding
            ? binding
            : throw new JournalException($"{path} is no journal of this module: its first line is not a journal's.");
}
