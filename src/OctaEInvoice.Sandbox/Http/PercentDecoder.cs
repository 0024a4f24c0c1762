using System.Buffers;
using System.Text;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>Reads percent escapes as UTF-8. What isn't well-formed is refused, so that a client's wrong escaping shows.</summary>
internal static class PercentDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of some bytes of a request target.</summary>
    /// <param name="source">A buffer of printable ASCII.</param>
    /// <param name="start">First byte.</param>
    /// <param name="end">Byte after the last.</param>
    /// <param name="plusIsBlank">True in a query, where forms write a blank as '+'.</param>
    /// <exception cref="MalformedRequestException">An escape lacks its two hexadecimal digits, or the bytes aren't UTF-8.</exception>
    internal static string Decode(byte[] source, int start, int end, bool plusIsBlank)
    {
        if (!NeedsDecoding(source.AsSpan(start, end - start), plusIsBlank))
            return Encoding.ASCII.GetString(source, start, end - start);
        byte[] decoded = ArrayPool<byte>.Shared.Rent(end - start);
        try
        {
            int length = 0;
            for (int i = start; i < end; i++)
            {
                byte value = source[i];
                if (value == '%')
                {
                    value = ReadEscape(source, i, end);
                    i += 2;
                }
                else if (value == '+' && plusIsBlank)
                {
                    value = (byte)' ';
                }
                decoded[length++] = value;
            }
            return StrictUtf8.GetString(decoded, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new MalformedRequestException(400, "The percent escapes of the request target aren't UTF-8.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    private static bool NeedsDecoding(ReadOnlySpan<byte> source, bool plusIsBlank) =>
        plusIsBlank ? source.IndexOfAny((byte)'%', (byte)'+') >= 0 : source.IndexOf((byte)'%') >= 0;

    private static byte ReadEscape(byte[] source, int percent, int end)
    {
        int high = percent + 2 < end ? HexDigit.Value(source[percent + 1]) : -1;
        int low = percent + 2 < end ? HexDigit.Value(source[percent + 2]) : -1;
        if (high < 0 || low < 0)
            throw new MalformedRequestException(400, "A '%' in the request target isn't followed by two hexadecimal digits.");
        return (byte)((high << 4) | low);
    }
}
