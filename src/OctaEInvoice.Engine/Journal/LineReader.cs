namespace OctaEInvoice.Engine.Journal;

/// <summary>Reads a file line by line with the offset of each; a last line without its line feed is given as torn.</summary>
internal sealed class LineReader(Stream stream)
{
    private const byte LineFeed = (byte)'\n';

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private long offset = stream.Position;

    /// <summary>The next line without its line feed; good until the next call.</summary>
    /// <returns>False at the end of the file.</returns>
    internal bool TryRead(out ReadOnlyMemory<byte> line, out long lineOffset, out bool isTorn)
    {
        int searched = 0;
        lineOffset = offset;
        while (true)
        {
            int found = Array.IndexOf(buffer, LineFeed, start + searched, end - start - searched);
            if (found >= 0)
            {
                line = new ReadOnlyMemory<byte>(buffer, start, found - start);
                offset += found - start + 1;
                start = found + 1;
                isTorn = false;
                return true;
            }
            searched = end - start;
            if (!Fill())
                break;
        }
        line = new ReadOnlyMemory<byte>(buffer, start, end - start);
        isTorn = end > start;
        offset += end - start;
        start = end;
        return isTorn;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        int count = stream.Read(buffer, end, buffer.Length - end);
        end += count;
        return count > 0;
    }
}
