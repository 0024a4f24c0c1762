using System.Text;
using OctaEInvoice.Engine.Output;
using OctaEInvoice.Sandbox.Images;
using OctaEInvoice.Sandbox.Print;
using OctaEInvoice.Tests.Sandbox.Print;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>The report, QR codes and prints. What is deflated is compared by what it says, for its bytes are the framework's.</summary>
internal static class PageLines
{
    private static readonly string[] Outcomes = ["Registered", "Recovered", "Rejected", "InDoubt", "Skipped", "Active", "Cancelled", "Unknown"];

    internal static IEnumerable<TranscriptLine> All() => [.. Report(), .. Codes(), .. Prints()];

    private static IEnumerable<TranscriptLine> Report()
    {
        var random = new Random(11);
        var report = new RunReport("Month end <11>", new IndiaTime(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero)));
        for (int i = 0; i < 300; i++)
            report.Add(new ReportRow
            {
                Outcome = Outcomes[random.Next(Outcomes.Length)],
                Gstin = "29AABCT1332L000",
                DocumentType = i % 7 == 0 ? "CRN" : "INV",
                DocumentNumber = "A/" + i,
                DocumentDate = "2026-11-02",
                BuyerGstin = "URP",
                InvoiceTotal = i % 11 == 0 ? null : random.Next(1_000_000_000) / 100m,
                ErrorCode = i % 3 == 0 ? "OCTA-" + random.Next(1, 121).ToString("000", System.Globalization.CultureInfo.InvariantCulture) + ",5002" : null,
                ErrorMessage = StrangeValues.Texts[i % StrangeValues.Texts.Length].Replace('\uD800', '?'),
                Sandbox = i % 2 == 0,
            });
        using var page = new MemoryStream();
        report.WriteTo(page);
        return Encoding.UTF8.GetString(page.ToArray()).Split('\n').Select((line, index) => new TranscriptLine($"report {index}", line));
    }

    private static IEnumerable<TranscriptLine> Codes()
    {
        foreach (int length in new[] { 1, 17, 100, 500, 1100 })
        {
            string text = new('a', length);
            yield return new TranscriptLine($"qr {length}", string.Join("\n", QrTerminal.Draw(text, withColors: false, drawDark: true)));
            yield return new TranscriptLine($"gif {length}", Convert.ToBase64String(QrImage.Render(text, QrImageFormat.Gif)));
            yield return new TranscriptLine($"jpeg {length}", Convert.ToBase64String(QrImage.Render(text, QrImageFormat.Jpeg)));
        }
    }

    private static IEnumerable<TranscriptLine> Prints()
    {
        yield return new TranscriptLine("print of invoice", Texts(EInvoicePdf.Write(PdfSamples.Invoice with { Items = [.. Enumerable.Range(1, 60).Select(number => PdfSamples.Item(number, "Café ₹ नमस्ते " + number))] })));
        yield return new TranscriptLine("print of e-way bill", Texts(EwayBillPdf.Write(PdfSamples.EwayBill)));
    }

    private static string Texts(byte[] pdf) => string.Join("\n", PdfReader.ReadPages(pdf).SelectMany(texts => texts));
}
