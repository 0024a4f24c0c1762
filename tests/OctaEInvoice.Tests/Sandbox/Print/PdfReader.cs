using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.Sandbox.Print;

/// <summary>Reads a PDF by its table of offsets, as viewers do, and gives the texts that its pages show.</summary>
internal sealed class PdfReader
{
    private readonly string file;
    private readonly List<string> objects = [];

    private PdfReader(byte[] bytes)
    {
        file = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-1.4\n", file, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", file, StringComparison.Ordinal);
        int table = int.Parse(Regex.Match(file, @"startxref\n(\d+)\n").Groups[1].Value, CultureInfo.InvariantCulture);
        Match head = Regex.Match(file[table..], @"^xref\n0 (\d+)\n0000000000 65535 f \n");
        int count = int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Contains($"/Size {count} ", file, StringComparison.Ordinal);
        for (int number = 1; number < count; number++)
            objects.Add(ObjectAt(file.Substring(table + head.Length + (number - 1) * 20, 20), number));
    }

    /// <summary>The texts of each page, in the order they are drawn.</summary>
    public static List<List<string>> ReadPages(byte[] bytes)
    {
        PdfReader reader = new(bytes);
        string kids = Regex.Match(reader.objects[1], @"/Kids \[(.*?)\]").Groups[1].Value;
        List<int> pages = [.. Regex.Matches(kids, @"(\d+) 0 R").Cast<Match>().Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Contains($"/Count {pages.Count} ", reader.objects[1], StringComparison.Ordinal);
        return [.. pages.Select(reader.TextsOfPage)];
    }

    private string ObjectAt(string entry, int number)
    {
        Assert.Matches(@"^\d{10} 00000 n \n$", entry);
        int offset = int.Parse(entry[..10], CultureInfo.InvariantCulture);
        string start = $"{number} 0 obj\n";
        Assert.Equal(start, file.Substring(offset, start.Length));
        return file[(offset + start.Length)..file.IndexOf("\nendobj\n", offset, StringComparison.Ordinal)];
    }

    private List<string> TextsOfPage(int number)
    {
        int contents = int.Parse(Regex.Match(objects[number - 1], @"/Contents (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);
        Match stream = Regex.Match(objects[contents - 1], @"^<< /Length (\d+) /Filter /FlateDecode >>\nstream\n(.*)\nendstream$", RegexOptions.Singleline);
        byte[] compressed = Encoding.Latin1.GetBytes(stream.Groups[2].Value);
        Assert.Equal(int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture), compressed.Length);
        using ZLibStream inflate = new(new MemoryStream(compressed), CompressionMode.Decompress);
        using StreamReader operators = new(inflate, Encoding.Latin1);
        return [.. Regex.Matches(operators.ReadToEnd(), @"Td \(((?:\\.|[^\\)])*)\) Tj").Cast<Match>().Select(match => Regex.Replace(match.Groups[1].Value, @"\\(.)", "$1"))];
    }
}
