using System.Net.Sockets;
using System.Text;

namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer files and streams, as .NET has it.</summary>
internal static class FileMembers
{
    extension(Directory)
    {
        internal static DirectoryInfo CreateTempSubdirectory(string prefix = "") =>
            Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N")));
    }

    extension(File)
    {
        internal static Task<byte[]> ReadAllBytesAsync(string path) => Task.FromResult(File.ReadAllBytes(path));

        internal static Task<string> ReadAllTextAsync(string path) => Task.FromResult(File.ReadAllText(path));

        internal static Task WriteAllBytesAsync(string path, byte[] bytes)
        {
            File.WriteAllBytes(path, bytes);
            return Task.CompletedTask;
        }

        internal static Task WriteAllTextAsync(string path, string text)
        {
            File.WriteAllText(path, text);
            return Task.CompletedTask;
        }

        internal static Task AppendAllTextAsync(string path, string text, Encoding encoding)
        {
            File.AppendAllText(path, text, encoding);
            return Task.CompletedTask;
        }
    }

    extension(Stream stream)
    {
        internal void Write(ReadOnlySpan<byte> bytes) => stream.Write(bytes.ToArray(), 0, bytes.Length);

        internal Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default) => stream.WriteAsync(bytes.ToArray(), 0, bytes.Length, cancellation);

        internal Task<int> ReadAsync(byte[] bytes) => stream.ReadAsync(bytes, 0, bytes.Length);

        internal Task CopyToAsync(Stream other, CancellationToken cancellation) => stream.CopyToAsync(other, 81920, cancellation);

        internal void ReadExactly(byte[] bytes)
        {
            for (int all = 0; all < bytes.Length;)
                all += stream.Read(bytes, all, bytes.Length - all) is int read and > 0 ? read : throw new EndOfStreamException();
        }

        internal async Task<int> ReadAtLeastAsync(byte[] bytes, int count, bool throwOnEndOfStream, CancellationToken cancellation)
        {
            int all = 0;
            while (all < count && await stream.ReadAsync(bytes, all, bytes.Length - all, cancellation) is int read and > 0)
                all += read;
            return all == count || !throwOnEndOfStream ? all : throw new EndOfStreamException();
        }
    }

    internal static void Dispose(this TcpListener listener) => listener.Stop();
}
