using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.State;

/// <summary>Keeps a sandbox's documents and keys from one start to the next: a file of JSON lines that only grows.</summary>
/// <remarks>
/// A line is handed to the operating system before its change counts, so that a killed process loses nothing that it has answered.
/// The file holds the key and the private key of the signatures, and is its owner's alone.
/// </remarks>
internal sealed class StateFile : IStateLog, IDisposable
{
    private const byte LineFeed = (byte)'\n';

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly object gate = new();
    private readonly FileStream stream;
    private long end;

    private StateFile(FileStream stream) => this.stream = stream;

    /// <summary>The first line.</summary>
    internal StateHeader Header { get; private set; } = null!;

    /// <summary>Opens a state file, or makes one.</summary>
    /// <param name="path">The file. Another sandbox can't have it open at the same time.</param>
    /// <param name="newHeader">Makes the first line of a new file.</param>
    /// <exception cref="IOException">The file can't be opened, or another sandbox has it.</exception>
    /// <exception cref="InvalidDataException">The file is no sandbox's.</exception>
    internal static StateFile Open(string path, Func<StateHeader> newHeader)
    {
        StateFile file = new(OpenStream(path));
        try
        {
            file.RequireOwnFile(path);
            file.CutUnfinishedLine();
            if (file.end == 0)
                file.Begin(newHeader());
            else
                file.ReadLines(path, 1, line => file.Header = StateHeader.Read(line));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Makes all changes again.</summary>
    /// <exception cref="InvalidDataException">A line is broken.</exception>
    internal void Restore(IrnRegister register)
    {
        bool isFirst = true;
        ReadLines(stream.Name, int.MaxValue, line =>
        {
            if (!isFirst)
                StateLine.Apply(line, register);
            isFirst = false;
        });
    }

    public void Registered(IrnRecord record) => Append(writer => StateLine.WriteRegistered(writer, record));

    public void IrnCancelled(string irn, IndiaTime time) => Append(writer => StateLine.WriteIrnCancelled(writer, irn, time));

    public void EwbMade(string irn, EwbRecord ewb) => Append(writer => StateLine.WriteEwbMade(writer, irn, ewb));

    public void EwbCancelled(long ewbNumber, IndiaTime time) => Append(writer => StateLine.WriteEwbCancelled(writer, ewbNumber, time));

    public void Dispose()
    {
        lock (gate)
            stream.Dispose();
    }

    private static FileStream OpenStream(string path)
    {
#if NET
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
#endif
    }

    private void Begin(StateHeader header)
    {
        Header = header;
        Append(header.Write);
    }

    /// <summary>A file of another kind is left as it is, whatever its last line looks like.</summary>
    private void RequireOwnFile(string path)
    {
        byte[] expected = StateHeader.FirstBytes;
        byte[] begin = new byte[(int)Math.Min(stream.Length, expected.Length)];
        for (int read = 0; read < begin.Length;)
            read += stream.Read(begin, read, begin.Length - read);
        if (!expected.AsSpan(0, begin.Length).SequenceEqual(begin))
            throw new InvalidDataException($"{path} isn't a sandbox's state file. Give the path of a new file, or of one that a sandbox has made.");
    }

    /// <summary>A process that was killed while it wrote leaves a line without an end; its change had not counted.</summary>
    private void CutUnfinishedLine()
    {
        for (end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == LineFeed)
                break;
        }
        stream.SetLength(end);
    }

    private void ReadLines(string path, int maxLines, Action<JsonElement> read)
    {
        stream.Position = 0;
        using StreamReader reader = new(stream, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        for (int number = 1; number <= maxLines && reader.ReadLine() is string text; number++)
        {
            try
            {
                using JsonDocument line = JsonDocument.Parse(text);
                read(line.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
            {
                throw new InvalidDataException(string.Format(CultureInfo.InvariantCulture, "{0}, line {1}: {2}", path, number, fault.Message), fault);
            }
        }
        stream.Position = end;
    }

    private void Append(Action<Utf8JsonWriter> write)
    {
        using MemoryStream line = new(2048);
        using (Utf8JsonWriter writer = new(line, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        line.WriteByte(LineFeed);
        lock (gate)
            Append(line.GetBuffer(), (int)line.Length);
    }

    private void Append(byte[] line, int length)
    {
        try
        {
            stream.Write(line, 0, length);
            stream.Flush();
            end += length;
        }
        catch (IOException)
        {
            // A full disk: what was written of the line would spoil the next one.
            stream.SetLength(end);
            stream.Position = end;
            throw;
        }
    }
}
