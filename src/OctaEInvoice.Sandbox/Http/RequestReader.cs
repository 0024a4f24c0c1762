using System.Buffers;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>Cuts the bytes of one connection into requests. Bodies stay in the buffer they were read into.</summary>
internal sealed class RequestReader(SocketTransfer transfer) : IDisposable
{
    private static readonly byte[] ContinueLine = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(HttpLimits.InitialBuffer);

    // The bytes received and not yet used are those from start up to end.
    private int start;
    private int end;

    /// <summary>The next request; null when the client ended the connection.</summary>
    /// <exception cref="MalformedRequestException">What came isn't a request.</exception>
    internal async ValueTask<HttpRequest?> ReadAsync()
    {
        DropUsedBytes();
        int headEnd = await FindHeadEndAsync().ConfigureAwait(false);
        if (headEnd < 0)
            return null;
        RequestHead head = new RequestHeadParser(buffer, start, headEnd).Parse();
        start = headEnd;
        bool expectsBody = head.IsChunked || head.ContentLength > 0;
        if (!expectsBody)
            return new HttpRequest(head, default);
        if (head.ExpectsContinue && start == end && !await transfer.SendAsync(ContinueLine, ContinueLine.Length).ConfigureAwait(false))
            return null;
        return head.IsChunked ? await ReadChunkedAsync(head).ConfigureAwait(false) : await ReadCountedAsync(head).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    /// <summary>Begins the next request at the front of the buffer when nothing is pipelined, and gives an oversized buffer back.</summary>
    private void DropUsedBytes()
    {
        if (start != end)
            return;
        start = end = 0;
        if (buffer.Length <= HttpLimits.KeptBuffer)
            return;
        Replace(ArrayPool<byte>.Shared.Rent(HttpLimits.InitialBuffer));
    }

    /// <summary>Where the empty line after the headers ends; -1 when the connection ends before it.</summary>
    private async ValueTask<int> FindHeadEndAsync()
    {
        int searched = 0;
        while (true)
        {
            // Empty lines before a request are left over by some clients (RFC 9112, 2.2).
            while (searched == 0 && start < end && buffer[start] is (byte)'\r' or (byte)'\n')
                start++;
            if (start < end && !RequestHeadParser.IsToken(buffer[start]))
                throw new MalformedRequestException(400, "This isn't HTTP. (An https address, perhaps: the sandbox speaks plain http.)");
            int length = HeadLength(buffer.AsSpan(start, end - start), ref searched);
            if (length > HttpLimits.Head || (length < 0 && end - start > HttpLimits.Head))
                throw new MalformedRequestException(431, $"Request line and headers hold at most {HttpLimits.Head} bytes.");
            if (length >= 0)
                return start + length;
            if (!await FillAsync().ConfigureAwait(false))
                return -1;
        }
    }

    /// <summary>Bytes up to and with the empty line; -1 when it hasn't come yet, and <paramref name="searched"/> then says where to go on.</summary>
    private static int HeadLength(ReadOnlySpan<byte> received, ref int searched)
    {
        while (true)
        {
            int step = received.Slice(searched).IndexOf((byte)'\n');
            if (step < 0)
            {
                searched = received.Length;
                return -1;
            }
            searched += step;
            int next = searched + 1;
            if (next < received.Length && received[next] == '\r')
                next++;
            if (next >= received.Length)
                return -1;
            if (received[next] == '\n')
                return next + 1;
            searched++;
        }
    }

    private async ValueTask<HttpRequest?> ReadCountedAsync(RequestHead head)
    {
        EnsureRoom(head.ContentLength);
        while (end - start < head.ContentLength)
        {
            if (!await FillAsync().ConfigureAwait(false))
                return null;
        }
        HttpRequest request = new(head, buffer.AsMemory(start, head.ContentLength));
        start += head.ContentLength;
        return request;
    }

    /// <summary>Joins the chunks at the front of the buffer: what is written never overtakes what is still to be read.</summary>
    private async ValueTask<HttpRequest?> ReadChunkedAsync(RequestHead head)
    {
        int written = 0;
        while (true)
        {
            int size = await ReadChunkSizeAsync(written).ConfigureAwait(false);
            if (size < 0)
                return null;
            if (size == 0)
                break;
            if (written + size > HttpLimits.Body)
                throw RequestHeadParser.TooLarge();
            if (!await ReadChunkAsync(written, size).ConfigureAwait(false))
                return null;
            written += size;
        }
        if (!await SkipTrailersAsync(written).ConfigureAwait(false))
            return null;
        return new HttpRequest(head, buffer.AsMemory(0, written));
    }

    /// <summary>The size a chunk's first line states; -1 when the connection ends before it.</summary>
    private async ValueTask<int> ReadChunkSizeAsync(int written)
    {
        int length = await ReadLineAsync(written).ConfigureAwait(false);
        if (length < 0)
            return -1;
        int size = ParseChunkSize(buffer.AsSpan(start, length));
        start += length;
        return size;
    }

    private static int ParseChunkSize(ReadOnlySpan<byte> line)
    {
        int size = 0;
        int digits = 0;
        while (HexDigit.Value(line[digits]) is >= 0 and int value)
        {
            size = size * 16 + value;
            digits++;
            if (size > HttpLimits.Body)
                throw RequestHeadParser.TooLarge();
        }
        ReadOnlySpan<byte> rest = line.Slice(digits);
        bool endsAfterSize = rest[0] is (byte)';' or (byte)' ' or (byte)'\t' or (byte)'\n' || rest.SequenceEqual("\r\n"u8);
        return digits > 0 && endsAfterSize ? size : throw new MalformedRequestException(400, "A chunk doesn't begin with its size.");
    }

    /// <summary>Moves one chunk's bytes behind those already joined, and passes the line break after it.</summary>
    private async ValueTask<bool> ReadChunkAsync(int written, int size)
    {
        for (int left = size; left > 0;)
        {
            if (start == end && !await FillBehindAsync(written).ConfigureAwait(false))
                return false;
            int step = Math.Min(left, end - start);
            Buffer.BlockCopy(buffer, start, buffer, written, step);
            start += step;
            written += step;
            left -= step;
        }
        int breakLength = await ReadLineAsync(written).ConfigureAwait(false);
        if (breakLength > 2 || (breakLength == 2 && buffer[start] != '\r'))
            throw new MalformedRequestException(400, "A chunk is longer than its size says.");
        start += Math.Max(breakLength, 0);
        return breakLength > 0;
    }

    /// <summary>Passes the lines after the last chunk up to the empty one.</summary>
    private async ValueTask<bool> SkipTrailersAsync(int written)
    {
        for (int skipped = 0; ;)
        {
            int length = await ReadLineAsync(written).ConfigureAwait(false);
            if (length < 0)
                return false;
            bool isEmpty = length == 1 || (length == 2 && buffer[start] == '\r');
            start += length;
            skipped += length;
            if (isEmpty)
                return true;
            if (skipped > HttpLimits.ChunkLine)
                throw new MalformedRequestException(431, $"Trailers hold at most {HttpLimits.ChunkLine} bytes.");
        }
    }

    /// <summary>Bytes of the line at the start, with its line feed; -1 when the connection ends before it.</summary>
    private async ValueTask<int> ReadLineAsync(int written)
    {
        while (true)
        {
            int lineFeed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (lineFeed >= 0)
                return lineFeed + 1;
            if (end - start > HttpLimits.ChunkLine)
                throw new MalformedRequestException(400, $"A chunk's first line holds at most {HttpLimits.ChunkLine} bytes.");
            if (!await FillBehindAsync(written).ConfigureAwait(false))
                return -1;
        }
    }

    /// <summary>Receives more while <paramref name="written"/> bytes at the front are kept.</summary>
    private ValueTask<bool> FillBehindAsync(int written)
    {
        if (end == buffer.Length && start > written)
        {
            Buffer.BlockCopy(buffer, start, buffer, written, end - start);
            end -= start - written;
            start = written;
        }
        if (end == buffer.Length)
            Grow();
        return ReceiveAsync();
    }

    private ValueTask<bool> FillAsync()
    {
        EnsureRoom(end - start + 1);
        return ReceiveAsync();
    }

    private async ValueTask<bool> ReceiveAsync()
    {
        int received = await transfer.ReceiveAsync(buffer, end, buffer.Length - end).ConfigureAwait(false);
        if (received <= 0)
            return false;
        end += received;
        return true;
    }

    /// <summary>Makes the buffer hold so many bytes from the start on.</summary>
    private void EnsureRoom(int count)
    {
        if (buffer.Length - start >= count)
            return;
        byte[] target = buffer.Length >= count ? buffer : ArrayPool<byte>.Shared.Rent(Math.Max(count, buffer.Length * 2));
        Buffer.BlockCopy(buffer, start, target, 0, end - start);
        end -= start;
        start = 0;
        Replace(target);
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, end);
        Replace(larger);
    }

    private void Replace(byte[] other)
    {
        if (other == buffer)
            return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = other;
    }
}
