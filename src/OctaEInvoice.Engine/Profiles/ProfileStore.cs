using System.Text.Json;
using OctaEInvoice.Engine.Times;

namespace OctaEInvoice.Engine.Profiles;

/// <summary>
/// The profiles of an account in one readable JSON file. A reader sees the file before or after a change and never half of
/// one; of two writers the second works on what the first has left.
/// </summary>
public sealed class ProfileStore
{
    private const int Attempts = 10;

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
            return ProfileJson.Read(Patiently(() => File.ReadAllBytes(path)));
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
            Patiently(() => Rename(temporary, target));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // On Windows a file that is read at this moment can't be replaced, nor one read that is being replaced.
    private static T Patiently<T>(Func<T> act)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return act();
            }
            catch (Exception fault) when (attempt < Attempts && fault is (IOException or UnauthorizedAccessException) and not (FileNotFoundException or DirectoryNotFoundException))
            {
                Pause.For(TimeSpan.FromMilliseconds(20));
            }
        }
    }

#if NETFRAMEWORK
    private string Target() => path;

    private static FileStream Create(string file) => new(file, FileMode.CreateNew, FileAccess.Write);

    private static bool Rename(string from, string to)
    {
        if (File.Exists(to))
            File.Replace(from, to, destinationBackupFileName: null);
        else
            File.Move(from, to);
        return true;
    }
#else
    // A link, as tools for configuration files make it, stays one.
    private string Target() => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is FileSystemInfo target ? target.FullName : path;

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private static bool Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        return true;
    }
#endif
}
