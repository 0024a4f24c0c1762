namespace OctaEInvoice.Engine.Journal;

/// <summary>Opens a journal's files: for their owner only, one run at a time.</summary>
internal static class JournalFiles
{
    /// <summary>Takes the lock; it is given back when the stream is closed, also by the end of the process.</summary>
    internal static FileStream Lock(string path)
    {
        string lockPath = path + ".lock";
        bool existed = File.Exists(lockPath);
        try
        {
            return Owned(lockPath, FileShare.None);
        }
        catch (IOException fault) when (existed && fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new JournalException($"The journal {path} is in use by another run: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, fault);
        }
    }

    /// <summary>Opens the journal for appending; others may read it.</summary>
    internal static FileStream OpenForAppending(string path)
    {
        try
        {
            return Owned(path, FileShare.Read);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, fault);
        }
    }

    /// <summary>Opens the journal for reading back single lines.</summary>
    internal static FileStream OpenForReading(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    internal static JournalException Unusable(string path, Exception fault) => new($"The journal {path} can't be used: {fault.Message}", fault);

#if NETFRAMEWORK
    private static FileStream Owned(string path, FileShare share)
    {
        bool existed = File.Exists(path);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        if (!existed)
            FileOwner.KeepForOwner(path);
        return stream;
    }
#else
    private static FileStream Owned(string path, FileShare share)
    {
        bool existed = File.Exists(path);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, options);
        if (!existed && OperatingSystem.IsWindows())
            FileOwner.KeepForOwner(path);
        return stream;
    }
#endif
}
