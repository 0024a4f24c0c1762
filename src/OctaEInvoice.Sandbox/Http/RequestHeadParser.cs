using System.Text;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>Reads a request's head as RFC 9112 has it. Stricter than most servers, so that a client's slip shows here and not in production.</summary>
/// <param name="source">The buffer that holds the whole head.</param>
/// <param name="position">Where the request line begins.</param>
/// <param name="end">The byte after the empty line that ends the head.</param>
internal ref struct RequestHeadParser(byte[] source, int position, int end)
{
    private const string TokenPunctuation = "!#$%&'*+-.^_`|~";

    private static readonly bool[] TokenBytes = MakeTokenBytes();

    private readonly RequestHead head = new();
    private int hosts;

    /// <summary>The head, read and checked.</summary>
    /// <exception cref="MalformedRequestException">The head breaks the protocol, or asks for something that isn't supported.</exception>
    internal RequestHead Parse()
    {
        ReadRequestLine(LineEnd());
        for (int lineEnd = LineEnd(); lineEnd > position; lineEnd = LineEnd())
            ReadField(lineEnd);
        Check();
        return head;
    }

    /// <summary>True for the bytes a method or a header's name is made of.</summary>
    internal static bool IsToken(byte value) => TokenBytes[value];

    private static bool[] MakeTokenBytes()
    {
        bool[] bytes = new bool[256];
        for (int c = 0; c < 128; c++)
            bytes[c] = c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') || TokenPunctuation.Contains((char)c);
        return bytes;
    }

    private static MalformedRequestException Bad(string message) => new(400, message);

    /// <summary>Where the text of the line at the position ends: before CR LF, or a bare LF.</summary>
    private readonly int LineEnd()
    {
        int lineFeed = position + source.AsSpan(position, end - position).IndexOf((byte)'\n');
        return lineFeed > position && source[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    }

    private void SkipLineBreak(int lineEnd) => position = source[lineEnd] == '\r' ? lineEnd + 2 : lineEnd + 1;

    private void ReadRequestLine(int lineEnd)
    {
        ReadOnlySpan<byte> line = source.AsSpan(position, lineEnd - position);
        int targetStart = line.IndexOf((byte)' ') + 1;
        int targetEnd = line.LastIndexOf((byte)' ');
        if (targetStart < 2 || targetEnd <= targetStart)
            throw Bad("The request line isn't 'method target version'.");
        foreach (byte value in line.Slice(0, targetStart - 1))
        {
            if (!IsToken(value))
                throw Bad("The method holds a character it can't hold.");
        }
        head.Method = ReadMethod(line.Slice(0, targetStart - 1));
        ReadVersion(line.Slice(targetEnd + 1));
        ReadTarget(position + targetStart, position + targetEnd);
        SkipLineBreak(lineEnd);
    }

    private readonly string ReadMethod(ReadOnlySpan<byte> method)
    {
        if (method.SequenceEqual("GET"u8))
            return "GET";
        return method.SequenceEqual("POST"u8) ? "POST" : Encoding.ASCII.GetString(source, position, method.Length);
    }

    private readonly void ReadVersion(ReadOnlySpan<byte> version)
    {
        head.IsVersion10 = version.SequenceEqual("HTTP/1.0"u8);
        head.KeepAlive = !head.IsVersion10;
        if (head.IsVersion10 || version.SequenceEqual("HTTP/1.1"u8))
            return;
        throw version.StartsWith("HTTP/"u8)
            ? new MalformedRequestException(505, "This server speaks HTTP/1.1.")
            : Bad("The request line doesn't end in a version.");
    }

    private readonly void ReadTarget(int start, int targetEnd)
    {
        foreach (byte value in source.AsSpan(start, targetEnd - start))
        {
            if (value is <= 0x20 or >= 0x7F)
                throw Bad("The request target holds a character that must be percent-escaped.");
        }
        ReadOnlySpan<byte> target = source.AsSpan(start, targetEnd - start);
        if (target.StartsWith("http://"u8))
        {
            int authorityLength = target.Slice(7).IndexOfAny((byte)'/', (byte)'?');
            start = authorityLength < 0 ? targetEnd : start + 7 + authorityLength;
        }
        else if (target[0] != '/' && !(target.Length == 1 && target[0] == '*'))
        {
            throw Bad("The request target is neither a path nor an http address.");
        }
        int question = source.AsSpan(start, targetEnd - start).IndexOf((byte)'?');
        int pathEnd = question < 0 ? targetEnd : start + question;
        head.Path = pathEnd == start ? "/" : PercentDecoder.Decode(source, start, pathEnd, plusIsBlank: false);
        if (question >= 0)
            ReadQuery(pathEnd + 1, targetEnd);
    }

    private readonly void ReadQuery(int start, int queryEnd)
    {
        while (start < queryEnd)
        {
            int length = source.AsSpan(start, queryEnd - start).IndexOf((byte)'&');
            int pairEnd = length < 0 ? queryEnd : start + length;
            if (pairEnd > start)
                ReadPair(start, pairEnd);
            start = pairEnd + 1;
        }
    }

    private readonly void ReadPair(int start, int pairEnd)
    {
        int equals = source.AsSpan(start, pairEnd - start).IndexOf((byte)'=');
        int nameEnd = equals < 0 ? pairEnd : start + equals;
        string value = equals < 0 ? "" : PercentDecoder.Decode(source, nameEnd + 1, pairEnd, plusIsBlank: true);
        head.Query.Add(PercentDecoder.Decode(source, start, nameEnd, plusIsBlank: true), value);
    }

    private void ReadField(int lineEnd)
    {
        int nameLength = source.AsSpan(position, lineEnd - position).IndexOf((byte)':');
        if (nameLength < 1)
            throw Bad("A header line has no name.");
        foreach (byte c in source.AsSpan(position, nameLength))
        {
            // Also refuses a blank before the colon and a folded line, both known ways to smuggle a second request.
            if (!IsToken(c))
                throw Bad("A header's name holds a character it can't hold.");
        }
        int valueStart = position + nameLength + 1;
        int valueEnd = lineEnd;
        while (valueStart < valueEnd && source[valueStart] is (byte)' ' or (byte)'\t')
            valueStart++;
        while (valueEnd > valueStart && source[valueEnd - 1] is (byte)' ' or (byte)'\t')
            valueEnd--;
        foreach (byte c in source.AsSpan(valueStart, valueEnd - valueStart))
        {
            if (c is < 0x20 and not (byte)'\t' or 0x7F)
                throw Bad("A header's value holds a control character.");
        }
        string name = Encoding.ASCII.GetString(source, position, nameLength);
        string value = Encoding.UTF8.GetString(source, valueStart, valueEnd - valueStart);
        head.Headers.Add(name, value);
        Heed(name, value);
        SkipLineBreak(lineEnd);
    }

    /// <summary>Acts on the headers that the protocol itself needs.</summary>
    private void Heed(string name, string value)
    {
        if (Is(name, "Content-Length"))
            ReadContentLength(value);
        else if (Is(name, "Transfer-Encoding"))
            ReadTransferEncoding(value);
        else if (Is(name, "Connection"))
            head.KeepAlive = head.IsVersion10 ? Lists(value, "keep-alive") : head.KeepAlive && !Lists(value, "close");
        else if (Is(name, "Expect"))
            ReadExpectation(value);
        else if (Is(name, "Host"))
            hosts++;
    }

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static bool Lists(string value, string option)
    {
        if (Is(value, option))
            return true;
        foreach (string part in value.Split(','))
        {
            if (Is(part.Trim(), option))
                return true;
        }
        return false;
    }

    private readonly void ReadContentLength(string value)
    {
        long length = value.Length == 0 ? -1 : 0;
        foreach (char digit in value)
        {
            if (digit is < '0' or > '9')
                throw Bad("Content-Length isn't a number.");
            length = Math.Min(length * 10 + (digit - '0'), int.MaxValue);
        }
        if (length < 0 || (head.ContentLength >= 0 && head.ContentLength != length))
            throw Bad("Content-Length is empty, or came twice with different numbers.");
        head.ContentLength = (int)length;
    }

    private readonly void ReadTransferEncoding(string value)
    {
        if (!Is(value, "chunked"))
            throw new MalformedRequestException(501, "The only transfer coding supported is chunked.");
        if (head.IsChunked)
            throw Bad("Transfer-Encoding came twice.");
        head.IsChunked = true;
    }

    private readonly void ReadExpectation(string value)
    {
        if (!Is(value, "100-continue"))
            throw new MalformedRequestException(417, "The only expectation supported is 100-continue.");
        head.ExpectsContinue = !head.IsVersion10;
    }

    private readonly void Check()
    {
        if (hosts > 1 || (hosts == 0 && !head.IsVersion10))
            throw Bad("HTTP/1.1 asks for one Host header.");
        if (head.IsChunked && (head.ContentLength >= 0 || head.IsVersion10))
            throw Bad("A chunked body goes with HTTP/1.1 and without Content-Length.");
        if (head.ContentLength > HttpLimits.Body)
            throw TooLarge();
    }

    /// <summary>The refusal of a body beyond the limit.</summary>
    internal static MalformedRequestException TooLarge() => new(413, $"A body holds at most {HttpLimits.Body} bytes.");
}
