#pragma warning disable CA1822 // They stand in for members of an instance.
using System.Security.Cryptography;

namespace OctaEInvoice.Tests.Framework;

/// <summary>What .NET Framework lacks and nothing can stand in for: a test that comes to it is skipped with the reason.</summary>
internal static class LackingMembers
{
    private const string NoFileModes = ".NET Framework knows no file modes and links of Unix.";
    private const string NoCount = ".NET Framework does not count the bytes that a thread allocates.";
    private const string NoEncodings = ".NET Framework writes no PEM and no DER of keys to compare with.";

    extension(File)
    {
        internal static UnixFileMode GetUnixFileMode(string path) => throw new SkipException(NoFileModes);

        internal static void CreateSymbolicLink(string path, string target) => throw new SkipException(NoFileModes);
    }

    extension(FileInfo file)
    {
        internal string LinkTarget => throw new SkipException(NoFileModes);
    }

    extension(GC)
    {
        internal static long GetAllocatedBytesForCurrentThread() => throw new SkipException(NoCount);
    }

    extension(RSA key)
    {
        internal byte[] ExportSubjectPublicKeyInfo() => throw new SkipException(NoEncodings);

        internal byte[] ExportRSAPrivateKey() => throw new SkipException(NoEncodings);
    }
}
