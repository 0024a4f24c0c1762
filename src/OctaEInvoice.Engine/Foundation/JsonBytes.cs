using System.Text.Encodings.Web;
using System.Text.Json;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>Writes JSON to bytes with a buffer that each thread keeps: a document costs its bytes and nothing else.</summary>
internal static class JsonBytes
{
    // A document of many lines would otherwise keep its megabytes for as long as the thread lives.
    private const int MaxKeptBytes = 256 * 1024;

    // Letters of Indian scripts stay as they are: fewer bytes against the portal's 2 MB, and readable journals.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Buffer? kept;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it; must not call this method again.</param>
    /// <param name="end">Bytes to put behind it.</param>
    /// <returns>UTF-8 JSON.</returns>
    internal static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write, params byte[] end)
    {
        Buffer buffer = kept ?? new Buffer();
        kept = null;
        write(buffer.Writer, value);
        buffer.Writer.Flush();
        buffer.Stream.Write(end, 0, end.Length);
        byte[] bytes = buffer.Stream.ToArray();
        if (buffer.Stream.Capacity <= MaxKeptBytes)
        {
            buffer.Clear();
            kept = buffer;
        }
        return bytes;
    }

    /// <summary>Writes an object.</summary>
    /// <param name="writeMembers">Writes its members.</param>
    /// <param name="end">Bytes to put behind it.</param>
    /// <returns>UTF-8 JSON.</returns>
    internal static byte[] WriteObject(Action<Utf8JsonWriter> writeMembers, params byte[] end) => Write(
        writeMembers,
        static (writer, write) =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        },
        end);

    private sealed class Buffer
    {
        internal Buffer() => Writer = new Utf8JsonWriter(Stream, Options);

        internal MemoryStream Stream { get; } = new(2048);

        internal Utf8JsonWriter Writer { get; }

        internal void Clear()
        {
            Stream.SetLength(0);
            Writer.Reset(Stream);
        }
    }
}
