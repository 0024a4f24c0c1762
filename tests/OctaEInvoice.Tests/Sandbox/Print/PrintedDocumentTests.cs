using OctaEInvoice.Sandbox.Print;

namespace OctaEInvoice.Tests.Sandbox.Print;

public sealed class PrintedDocumentTests
{
    [Fact]
    public void An_e_invoice_shows_what_it_registers()
    {
        List<string> texts = Assert.Single(PdfReader.ReadPages(EInvoicePdf.Write(PdfSamples.Invoice)));
        Assert.Equal(["e-Invoice", "Tax Invoice", "SANDBOX - not registered", "IRN", PdfSamples.Irn], texts.GetRange(0, 5));
        Assert.Equal(["Acknowledgement", "112010000002315 of 27/11/2020 17:23:45", "Document", "MAHI/10 of 08/08/2020"], texts.GetRange(5, 4));
        Assert.Contains("ABC company pvt ltd (NIC Industries)", texts);
        int item = texts.IndexOf("Rice");
        Assert.Equal(["1", "Rice", "1001", "100.345", "NOS", "99.545", "10.00", "9978.84", "12", "2908.86", "12897.70"], texts.GetRange(item - 1, 11));
        int total = texts.IndexOf("Total invoice value (INR)");
        Assert.Equal(["Round off", "0.30", "Total invoice value (INR)", "12908.00"], texts.GetRange(total - 2, 4));
        Assert.Equal("Page 1 of 1", texts[^1]);
    }

    [Fact]
    public void An_e_way_bill_shows_part_A_and_part_B()
    {
        List<string> texts = Assert.Single(PdfReader.ReadPages(EwayBillPdf.Write(PdfSamples.EwayBill)));
        Assert.Equal(["e-Way Bill", "191008688443", "SANDBOX - not registered"], texts.GetRange(0, 3));
        Assert.Equal("29/11/2020 17:23:45", texts[texts.IndexOf("Valid until") + 1]);
        Assert.Equal(PdfSamples.Irn, texts[texts.IndexOf("IRN") + 1]);
        Assert.Equal("MAHI/10 of 08/08/2020", texts[texts.IndexOf("Document") + 1]);
        Assert.Equal("KA123456 (regular)", texts[texts.IndexOf("Vehicle") + 1]);
        Assert.Equal("12908.00", texts[texts.IndexOf("Total value (INR)") + 1]);
    }

    [Fact]
    public void An_e_way_bill_without_part_B_says_so()
    {
        List<string> texts = Assert.Single(PdfReader.ReadPages(EwayBillPdf.Write(PdfSamples.EwayBill with { ValidUntil = "", Transport = [] })));
        Assert.Equal("Not valid for movement: Part B is missing", texts[texts.IndexOf("Valid until") + 1]);
        Assert.Equal("Not given yet", texts[texts.IndexOf("Transport") + 1]);
    }

    [Fact]
    public void A_cancelled_document_says_so()
    {
        Assert.Contains("CANCELLED - SANDBOX - not registered", PdfReader.ReadPages(EInvoicePdf.Write(PdfSamples.Invoice with { IsCancelled = true }))[0]);
        Assert.Contains("CANCELLED - SANDBOX - not registered", PdfReader.ReadPages(EwayBillPdf.Write(PdfSamples.EwayBill with { IsCancelled = true }))[0]);
    }

    [Fact]
    public void A_thousand_items_run_over_pages_and_none_is_lost()
    {
        List<PrintedItem> items = [.. Enumerable.Range(1, 1000).Select(i => PdfSamples.Item(i, $"Item number {i} {new string('x', i % 120)}"))];
        List<List<string>> pages = PdfReader.ReadPages(EInvoicePdf.Write(PdfSamples.Invoice with { Items = items }));
        Assert.InRange(pages.Count, 15, 60);
        List<string> all = [.. pages.SelectMany(page => page)];
        Assert.Equal(1000, all.Count(text => text.StartsWith("Item number ", StringComparison.Ordinal)));
        Assert.Equal(1000, all.Count(text => text == "12897.70"));
        for (int i = 0; i < pages.Count; i++)
        {
            Assert.Contains("SANDBOX - not registered", pages[i]);
            Assert.Equal($"Page {i + 1} of {pages.Count}", pages[i][^1]);
            if (pages[i].Contains("12897.70"))
                Assert.Contains("Taxable value", pages[i]);
        }
        Assert.Contains("12908.00", pages[^1]);
    }

    [Fact]
    public void Delimiters_and_characters_beyond_the_fonts_do_no_harm()
    {
        string[] lines = [@"(a) \ b) (", "Café “Ünï” – 5 €…", "₹500", "नमस्ते", "ABC अ", "🚚 van", "tab\tline\nbreak\0", "\uD800 lone", "\uFFFE\uFFFF", ""];
        EInvoicePrint print = PdfSamples.Invoice with { Parties = [new("Seller", lines)], DocumentNumber = "(₹" };
        List<string> texts = Assert.Single(PdfReader.ReadPages(EInvoicePdf.Write(print)));
        int start = texts.IndexOf("Seller") + 1;
        Assert.Equal(
            [@"(a) \ b) (", "Café \u0093Ünï\u0094 \u0096 5 \u0080\u0085", "Rs.500", "??????", "ABC ?", "? van", "tab line break", "? lone", "??", ""],
            texts.GetRange(start, lines.Length));
        Assert.Contains("(Rs. of 08/08/2020", texts);
    }

    [Fact]
    public void A_description_is_wrapped_and_ends_in_an_ellipsis_when_it_is_too_long()
    {
        EInvoicePrint print = PdfSamples.Invoice with { Items = [PdfSamples.Item(1, string.Join(" ", Enumerable.Repeat("basmati", 40)))] };
        List<string> lines = [.. PdfReader.ReadPages(EInvoicePdf.Write(print))[0].Where(text => text.Contains("basmati", StringComparison.Ordinal))];
        Assert.Equal(4, lines.Count);
        Assert.All(lines.GetRange(0, 3), line => Assert.Matches("^(basmati )*basmati$", line));
        Assert.EndsWith("\u0085", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(EInvoicePdf.Write(PdfSamples.Invoice), EInvoicePdf.Write(PdfSamples.Invoice));

    [SkippableFact]
    public void Another_reader_finds_irn_number_total_and_mark()
    {
        ExternalTool pdftotext = ExternalTool.Require("pdftotext");
        string invoice = pdftotext.RunOn(EInvoicePdf.Write(PdfSamples.Invoice), ".pdf", "-layout", "{file}", "-");
        Assert.All(["35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe", "112010000002315", "MAHI/10", "12908.00", "SANDBOX - not registered"],
            text => Assert.Contains(text, invoice, StringComparison.Ordinal));
        string bill = pdftotext.RunOn(EwayBillPdf.Write(PdfSamples.EwayBill), ".pdf", "-layout", "{file}", "-");
        Assert.All([PdfSamples.Irn, "191008688443", "MAHI/10", "12908.00", "SANDBOX - not registered"],
            text => Assert.Contains(text, bill, StringComparison.Ordinal));
        EInvoicePrint odd = PdfSamples.Invoice with { Parties = [new("Seller", ["Café “Ünï” – 5 €"])] };
        Assert.Contains("Café “Ünï” – 5 €", pdftotext.RunOn(EInvoicePdf.Write(odd), ".pdf", "-enc", "UTF-8", "{file}", "-"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_drawn_QR_code_is_read_from_the_page()
    {
        ExternalTool pdftoppm = ExternalTool.Require("pdftoppm");
        ExternalTool zbarimg = ExternalTool.Require("zbarimg");
        string picture = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            pdftoppm.RunOn(EInvoicePdf.Write(PdfSamples.Invoice), ".pdf", "-r", "200", "-gray", "-singlefile", "-png", "{file}", picture);
            string read = zbarimg.Run("--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png");
            Assert.Equal(PdfSamples.Invoice.QrText, read.TrimEnd('\n'));
        }
        finally
        {
            File.Delete(picture + ".png");
        }
    }

    [SkippableFact]
    public void A_checking_reader_finds_nothing_to_mend()
    {
        ExternalTool qpdf = ExternalTool.Require("qpdf");
        string found = qpdf.RunOn(EInvoicePdf.Write(PdfSamples.Invoice), ".pdf", "--check", "{file}");
        Assert.Contains("No syntax or stream encoding errors found", found, StringComparison.Ordinal);
    }
}
