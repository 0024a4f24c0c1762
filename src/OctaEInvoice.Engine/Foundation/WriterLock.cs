namespace OctaEInvoice.Engine.Foundation;

/// <summary>Keeps other processes from writing the same file: a file beside it that one writer at a time has open.</summary>
internal sealed class WriterLock : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    private readonly FileStream stream;

    private WriterLock(FileStream stream) => this.stream = stream;

    /// <summary>Waits until no other writer is at work.</summary>
    /// <param name="path">The file that is to be written.</param>
    /// <param name="wait">For how long at most.</param>
    /// <param name="clock">The clock that the wait goes by.</param>
    /// <exception cref="IOException">Another writer did not end in that time.</exception>
    internal static WriterLock Take(string path, TimeSpan wait, TimeProvider clock)
    {
        long begin = clock.GetTimestamp();
        while (true)
        {
            try
            {
                // Left behind on purpose: a lock file that is deleted lets two writers lock two files of one name.
                return new WriterLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (clock.GetElapsedTime(begin) > wait)
                    throw;
                Pause.For(PollInterval);
            }
        }
    }

    /// <summary>True when the file had a writer, now or before.</summary>
    /// <param name="path">The file that is written.</param>
    internal static bool WasTaken(string path) => File.Exists(path + ".lock");

    public void Dispose() => stream.Dispose();
}
