using System.Text;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The bytes of one master file, checked to be UTF-8, and the way from a byte to its line and column.</summary>
internal sealed class MasterText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;

    /// <summary>Takes the file over.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="file">Its bytes, with or without a byte order mark.</param>
    /// <exception cref="MasterFileException">It is not UTF-8.</exception>
    internal MasterText(string path, byte[] file)
    {
        Path = path;
        bytes = Utf8Json.WithoutByteOrderMark(file).ToArray();
        RequireUtf8();
    }

    internal string Path { get; }

    internal ReadOnlySpan<byte> Utf8 => bytes;

    internal MasterFileException Broken(long at, string problem, Exception? cause = null)
    {
        int line = 1;
        int lineStart = 0;
        int end = (int)Math.Min(at, bytes.Length);
        for (int i = 0; i < end; i++)
            if (bytes[i] == (byte)'\n')
            {
                line++;
                lineStart = i + 1;
            }
        int column = Encoding.UTF8.GetCharCount(bytes, lineStart, end - lineStart) + 1;
        return new MasterFileException(Path, line, column, problem, cause);
    }

    /// <summary>The byte of a place as the JSON reader tells it.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <param name="byteInLine">Byte within the line, from 0.</param>
    /// <returns>Byte within the file, from 0.</returns>
    internal long OffsetOf(long line, long byteInLine)
    {
        int lineStart = 0;
        for (; line > 0; line--)
            lineStart = Array.IndexOf(bytes, (byte)'\n', lineStart) + 1;
        return lineStart + byteInLine;
    }

    // The exception's own index is another one on .NET Framework.
    private int FirstBadByte()
    {
        string text = Encoding.UTF8.GetString(bytes);
        for (int i = text.IndexOf('\uFFFD'); ; i = text.IndexOf('\uFFFD', i + 1))
        {
            int at = Encoding.UTF8.GetByteCount(text.Substring(0, i));
            // What stands for a bad byte may be in the file itself.
            if (!bytes.AsSpan(at).StartsWith("\uFFFD"u8))
                return at;
        }
    }

    // Windows PowerShell's Out-File and > write UTF-16, Notepad's ANSI an Indian or Western code page.
    private void RequireUtf8()
    {
        try
        {
            _ = Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException cause)
        {
            throw Broken(FirstBadByte(), "The file is not UTF-8. Expected: JSON saved as UTF-8, with or without a byte order mark.", cause);
        }
        if (Array.IndexOf(bytes, (byte)0) is int zero && zero >= 0)
            throw Broken(zero, "The file is not UTF-8 but probably UTF-16. Expected: JSON saved as UTF-8, with or without a byte order mark.");
    }
}
