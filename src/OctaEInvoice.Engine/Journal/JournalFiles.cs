using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Journal;

/// <summary>Opens a journal's files: for their owner only, one run at a time.</summary>
internal static class JournalFiles
{
    /// <summary>Takes the lock; it is given back when the stream is closed, also by the end of the process.</summary>
    internal static FileStream Lock(string path)
    {
        // "Access denied" is all that the system says of it.
        if (Directory.Exists(path))
            throw new JournalException($"The journal {path} can't be used: it is a folder. Name a file in it.");
        bool existed = false;
        try
        {
            string lockPath = Target(path) + ".lock";
            existed = File.Exists(lockPath);
            return Owned(lockPath, FileShare.None);
        }
        catch (IOException fault) when (existed && fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new JournalException($"The journal {path} is in use by another run: {fault.Message}", fault);
        }
        catch (Exception fault) when (IsOfFile(fault))
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
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unusable(path, fault);
        }
    }

    /// <summary>Opens the journal for reading back single lines.</summary>
    internal static FileStream OpenForReading(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    internal static JournalException Unusable(string path, Exception fault) => new($"The journal {path} can't be used: {fault.Message}", fault);

    /// <summary>True for what a file or its disk is to blame for; NotSupported is what a pipe says that can't be sought.</summary>
    internal static bool IsOfFile(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException;

    // Nothing is kept in a buffer here: a full disk would be noticed too late, and once more when the file is closed.
#if NETFRAMEWORK
    private const int Unbuffered = 1;

    private static string Target(string path) => path;

    private static FileStream Owned(string path, FileShare share)
    {
        bool existed = File.Exists(path);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, Unbuffered);
        // Mono runs this on Unix, where an account has no such rights.
        if (!existed && Environment.OSVersion.Platform == PlatformID.Win32NT)
            FileOwner.KeepForOwner(path);
        return stream;
    }
#else
    private const int Unbuffered = 0;

    // Two names of one file are one journal: on Unix only the lock keeps the second run out.
    private static string Target(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static FileStream Owned(string path, FileShare share)
    {
        bool existed = File.Exists(path);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = Unbuffered };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, options);
        if (!existed && OperatingSystem.IsWindows())
            FileOwner.KeepForOwner(path);
        return stream;
    }
#endif
}
