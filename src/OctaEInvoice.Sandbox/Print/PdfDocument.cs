using System.Globalization;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>Writes pages as a PDF 1.4 file. The same pages give the same bytes: the file holds no time.</summary>
/// <param name="title">The document's title, shown by readers in their title bar.</param>
internal sealed class PdfDocument(string title)
{
    private const int CatalogNumber = 1;
    private const int PagesNumber = 2;
    private const int InfoNumber = 3;
    private const int FirstFontNumber = 4;

    private readonly List<PdfPage> pages = [];

    /// <summary>The pages so far.</summary>
    internal IReadOnlyList<PdfPage> Pages => pages;

    private static int FirstPageNumber => FirstFontNumber + PdfFont.All.Count;

    /// <summary>Adds an empty page.</summary>
    internal PdfPage AddPage()
    {
        PdfPage page = new();
        pages.Add(page);
        return page;
    }

    /// <summary>The file's bytes.</summary>
    internal byte[] ToArray()
    {
        using MemoryStream file = new();
        // Bytes beyond ASCII in the second line tell transfer programs that the file is binary.
        Write(file, $"%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
        List<long> offsets = [];
        foreach (byte[] body in MakeObjects())
        {
            offsets.Add(file.Position);
            Write(file, $"{offsets.Count} 0 obj\n");
            file.Write(body, 0, body.Length);
            Write(file, $"\nendobj\n");
        }
        WriteTrailer(file, offsets);
        return file.ToArray();
    }

    /// <summary>The objects in the order of their numbers, from 1 on. A page is followed by its content.</summary>
    private IEnumerable<byte[]> MakeObjects()
    {
        string kids = string.Join(" ", pages.Select((_, i) => $"{FirstPageNumber + 2 * i} 0 R"));
        string fonts = string.Join(" ", PdfFont.All.Select((font, i) => $"/{font.ResourceName} {FirstFontNumber + i} 0 R"));
        yield return Text($"<< /Type /Catalog /Pages {PagesNumber} 0 R >>");
        yield return Text($"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] /MediaBox [0 0 {PdfPage.Width:0} {PdfPage.Height:0}] /Resources << /Font << {fonts} >> >> >>");
        yield return Text($"<< /Title ({WinAnsiText.Escape(WinAnsiText.From(title))}) /Producer (OctaEInvoice sandbox) >>");
        foreach (PdfFont font in PdfFont.All)
            yield return Text($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.BaseFont} /Encoding /WinAnsiEncoding >>");
        for (int i = 0; i < pages.Count; i++)
        {
            yield return Text($"<< /Type /Page /Parent {PagesNumber} 0 R /Contents {FirstPageNumber + 2 * i + 1} 0 R >>");
            byte[] content = ZlibEncoder.Encode(WinAnsiText.Bytes.GetBytes(pages[i].Content));
            yield return [.. Text($"<< /Length {content.Length} /Filter /FlateDecode >>\nstream\n"), .. content, .. Text($"\nendstream")];
        }
    }

    private static void WriteTrailer(MemoryStream file, List<long> offsets)
    {
        long start = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in offsets)
            Write(file, $"{offset:0000000000} 00000 n \n");
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root {CatalogNumber} 0 R /Info {InfoNumber} 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }

    private static byte[] Text(FormattableString text) => WinAnsiText.Bytes.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private static void Write(MemoryStream file, FormattableString text)
    {
        byte[] bytes = Text(text);
        file.Write(bytes, 0, bytes.Length);
    }
}
