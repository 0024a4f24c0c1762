namespace OctaEInvoice.Sandbox.Print;

/// <summary>The PDF of an e-invoice, as EinvoicePdf of the API's answers holds it.</summary>
internal static class EInvoicePdf
{
    /// <summary>Writes the document.</summary>
    /// <param name="print">What it shows. Characters outside Windows-1252 become question marks.</param>
    /// <returns>The file's bytes; the same for the same content.</returns>
    /// <exception cref="ArgumentException">The QR code's text is longer than 2,953 bytes.</exception>
    public static byte[] Write(EInvoicePrint print)
    {
        PdfSheet sheet = new($"e-Invoice {print.DocumentNumber}");
        sheet.Head("e-Invoice", print.Title, print.IsCancelled, print.QrText);
        sheet.Irn(print.Irn, PdfSheet.BesideQr);
        sheet.Fields(
            [
                new("Acknowledgement", $"{print.AckNumber} of {print.AckTime}"),
                new("Document", $"{print.DocumentNumber} of {print.DocumentDate}"),
                .. print.Details,
            ],
            PdfSheet.BesideQr);
        sheet.EndHead();
        sheet.Parties(print.Parties);
        new ItemTable(sheet, ItemTable.InvoiceColumns).Draw(print.Items);
        sheet.Amounts(print.Amounts, "Total invoice value (INR)", print.Total);
        return sheet.Finish();
    }
}

/// <summary>What the PDF of an e-invoice shows.</summary>
internal sealed record EInvoicePrint
{
    /// <summary>What the document is, such as Tax Invoice or Credit Note.</summary>
    public required string Title { get; init; }

    /// <summary>Invoice Reference Number, 64 hexadecimal digits.</summary>
    public required string Irn { get; init; }

    /// <summary>Acknowledgement number, 15 digits.</summary>
    public required string AckNumber { get; init; }

    /// <summary>Time of acknowledgement, as printed.</summary>
    public required string AckTime { get; init; }

    /// <summary>The document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The document's date, as printed.</summary>
    public required string DocumentDate { get; init; }

    /// <summary>Further lines of the head: supply type, place of supply, e-way bill and so on.</summary>
    public IReadOnlyList<PrintedField> Details { get; init; } = [];

    /// <summary>Seller, buyer, dispatch from, ship to: two in a row.</summary>
    public IReadOnlyList<PrintedParty> Parties { get; init; } = [];

    /// <summary>The items, as many as there are; they run over further pages.</summary>
    public IReadOnlyList<PrintedItem> Items { get; init; } = [];

    /// <summary>Taxable value, taxes, charges: what adds up to the total.</summary>
    public IReadOnlyList<PrintedAmount> Amounts { get; init; } = [];

    /// <summary>The document's value in rupees.</summary>
    public required decimal Total { get; init; }

    /// <summary>True when the IRN was cancelled; the document then says so.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The signed QR code's text.</summary>
    public required string QrText { get; init; }
}
