using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>Writes an answer's head and body into one pooled buffer, so that one send carries both.</summary>
/// <param name="dates">The Date header of the server.</param>
internal sealed class ResponseWriter(DateHeader dates) : IDisposable
{
    private static readonly byte[]?[] StatusLines = new byte[600][];

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(HttpLimits.InitialBuffer);
    private int length;

    /// <summary>What was written; from its beginning, so many bytes as the last write returned.</summary>
    internal byte[] Bytes => buffer;

    /// <summary>Writes an answer over the one before.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">The request answered; null when it couldn't be read.</param>
    /// <param name="keepAlive">Whether the connection goes on.</param>
    /// <returns>The answer's length in bytes.</returns>
    /// <exception cref="InvalidOperationException">A header holds a line break.</exception>
    internal int Write(HttpResponse response, HttpRequest? request, bool keepAlive)
    {
        length = 0;
        bool mayHaveBody = response.Status is not (204 or 304);
        Append(StatusLine(response.Status));
        Append(dates.Current);
        if (mayHaveBody)
        {
            Append("Content-Type: "u8);
            AppendHeaderText(response.ContentType);
            Append("\r\nContent-Length: "u8);
            AppendNumber(response.Body.Length);
            Append("\r\n"u8);
        }
        for (int i = 0; i < response.Headers.Count; i++)
            AppendHeader(response.Headers[i]);
        if (!keepAlive)
            Append("Connection: close\r\n"u8);
        else if (request is { Head.IsVersion10: true })
            Append("Connection: keep-alive\r\n"u8);
        Append("\r\n"u8);
        if (mayHaveBody && request is not { IsHead: true })
            Append(response.Body.Span);
        return length;
    }

    /// <summary>Gives an oversized buffer back once it was sent.</summary>
    internal void Trim()
    {
        if (buffer.Length > HttpLimits.KeptBuffer)
            Replace(ArrayPool<byte>.Shared.Rent(HttpLimits.InitialBuffer));
    }

    /// <inheritdoc/>
    public void Dispose() => Replace([]);

    private static byte[] StatusLine(int status) =>
        StatusLines[status] ??= Encoding.ASCII.GetBytes($"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} {ReasonPhrase(status)}\r\n");

    /// <summary>The framework's name of the status in words; empty for one that it doesn't know, as the protocol allows.</summary>
    private static string ReasonPhrase(int status)
    {
        string name = ((System.Net.HttpStatusCode)status).ToString();
        if (!char.IsLetter(name[0]))
            return "";
        StringBuilder words = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                words.Append(' ');
            words.Append(name[i]);
        }
        return words.ToString();
    }

    private void AppendHeader(KeyValuePair<string, string> header)
    {
        AppendHeaderText(header.Key);
        Append(": "u8);
        AppendHeaderText(header.Value);
        Append("\r\n"u8);
    }

    private void AppendHeaderText(string text)
    {
        if (text.IndexOfAny(['\r', '\n']) >= 0)
            throw new InvalidOperationException("A header of the answer holds a line break.");
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, 0, text.Length, buffer, length);
    }

    private void AppendNumber(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out int written);
        length += written;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length >= count)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + count, buffer.Length * 2));
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        Replace(larger);
    }

    private void Replace(byte[] other)
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = other;
    }
}

/// <summary>The Date header of one second, made once for all answers in it.</summary>
internal sealed class DateLine(DateTime utc)
{
    /// <summary>Whole seconds since year 1.</summary>
    internal long Second { get; } = utc.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>The header line with its line break.</summary>
    internal byte[] Bytes { get; } = Encoding.ASCII.GetBytes($"Date: {utc.ToString("r", CultureInfo.InvariantCulture)}\r\n");
}
