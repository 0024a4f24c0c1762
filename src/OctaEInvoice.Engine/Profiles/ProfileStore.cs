using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Profiles;

/// <summary>
/// The profiles of an account in one readable JSON file. A reader sees the file before or after a change and never half of
/// one; of two writers the second works on what the first has left.
/// </summary>
public sealed class ProfileStore
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReadPatience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ReplacePatience = TimeSpan.FromSeconds(5);

    private readonly string path;
    private readonly TimeSpan wait;
    private readonly TimeProvider clock;

    /// <summary>The store of a file, which need not exist.</summary>
    /// <param name="path">Path of the file; null for the account's own.</param>
    /// <param name="wait">How long another writer is waited for; null for ten seconds.</param>
    /// <param name="clock">The clock that the wait goes by; null for the system's.</param>
    /// <exception cref="ProfileFileException">The account has no folder for configuration.</exception>
    public ProfileStore(string? path = null, TimeSpan? wait = null, TimeProvider? clock = null)
    {
        this.path = path ?? ProfilePath.Current();
        this.wait = wait ?? TimeSpan.FromSeconds(10);
        this.clock = clock ?? TimeProvider.System;
    }

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Reads the profiles.</summary>
    /// <returns>What the file holds; nothing when there is no file.</returns>
    /// <exception cref="ProfileFileException">The file can't be read or is not one of profiles.</exception>
    public ProfileFile Read()
    {
        try
        {
            return ProfileJson.Read(Patiently(ReadBytes, ReadPatience));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ProfileFile();
        }
        catch (Exception fault) when (fault is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ProfileFileException($"The file of profiles {path} can't be read. {fault.Message}", fault);
        }
    }

    /// <summary>Changes the profiles.</summary>
    /// <param name="change">Makes the change on what the file holds at that moment; gives what the caller wants to know.</param>
    /// <returns>What <paramref name="change"/> gave.</returns>
    /// <exception cref="ProfileFileException">The file can't be read or written; it is as it was.</exception>
    public T Change<T>(Func<ProfileFile, T> change)
    {
        try
        {
            CreateFolder();
            using (WriterLock.Take(path, wait, clock))
            {
                ProfileFile file = Read();
                T result = change(file);
                Replace(ProfileJson.Write(file));
                return result;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ProfileFileException($"The file of profiles {path} can't be written. {fault.Message}", fault);
        }
    }

    private void CreateFolder()
    {
        string folder = System.IO.Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
            return;
#if NETFRAMEWORK
        Directory.CreateDirectory(folder);
#else
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#endif
    }

    // Written beside the file and renamed over it: a crash leaves the old file or the new one.
    private void Replace(byte[] text)
    {
        string target = Target();
        string temporary = target + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (FileStream stream = Create(temporary))
            {
                stream.Write(text, 0, text.Length);
                stream.Flush(flushToDisk: true);
            }
            Patiently(() => Rename(temporary, target), ReplacePatience);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // Shared with a writer that replaces the file meanwhile: a reader that kept it would keep the change out.
    private byte[] ReadBytes()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    // On Windows a file is out of reach, and for a moment not even there, while it is replaced.
    private T Patiently<T>(Func<T> act, TimeSpan patience)
    {
        long begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return act();
            }
            catch (Exception fault) when (MayPass(fault) && TimeProvider.System.GetElapsedTime(begin) < patience)
            {
                Pause.For(PollInterval);
            }
        }
    }

    private bool MayPass(Exception fault) => fault switch
    {
        DirectoryNotFoundException => false,
        FileNotFoundException => IsWindows() && WriterLock.WasTaken(path),
        _ => fault is IOException or UnauthorizedAccessException,
    };

#if NETFRAMEWORK
    private static bool IsWindows() => Environment.OSVersion.Platform == PlatformID.Win32NT;

    private string Target() => path;

    private static FileStream Create(string file) => new(file, FileMode.CreateNew, FileAccess.Write);

#else
    private static bool IsWindows() => OperatingSystem.IsWindows();

    // A link, as tools for configuration files make it, stays one.
    private string Target() => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is FileSystemInfo target ? target.FullName : path;

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

#endif

    // Windows replaces a file that is being read, and renames nothing over it.
    private static bool Rename(string from, string to)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            File.Move(from, to, overwrite: true);
            return true;
        }
#endif
        if (File.Exists(to))
            File.Replace(from, to, destinationBackupFileName: null);
        else
            File.Move(from, to);
        return true;
    }
}
