namespace System.IO.Compression;

/// <summary>Inflates what RFC 1950 wraps; the checksum at the end is left unread.</summary>
internal sealed class ZLibStream(Stream stream, CompressionMode mode) : DeflateStream(AfterHeader(stream), mode)
{
    private static Stream AfterHeader(Stream stream)
    {
        stream.ReadByte();
        stream.ReadByte();
        return stream;
    }
}
