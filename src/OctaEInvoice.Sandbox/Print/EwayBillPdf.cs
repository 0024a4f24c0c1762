namespace OctaEInvoice.Sandbox.Print;

/// <summary>The PDF of an e-way bill, as EwbPdf of the API's answers holds it.</summary>
internal static class EwayBillPdf
{
    /// <summary>Writes the document.</summary>
    /// <param name="print">What it shows. Characters outside Windows-1252 become question marks.</param>
    /// <returns>The file's bytes; the same for the same content.</returns>
    /// <exception cref="ArgumentException">The QR code's text is longer than 2,953 bytes.</exception>
    public static byte[] Write(EwayBillPrint print)
    {
        PdfSheet sheet = new($"e-Way Bill {print.EwbNumber}");
        sheet.Head("e-Way Bill", print.EwbNumber, print.IsCancelled, print.QrText);
        sheet.Fields(
            [
                new("e-Way Bill No.", print.EwbNumber),
                new("Generated", print.EwbTime),
                new("Valid until", print.ValidUntil.Length > 0 ? print.ValidUntil : "Not valid for movement: Part B is missing"),
            ],
            PdfSheet.BesideQr);
        sheet.Irn(print.Irn, PdfSheet.BesideQr);
        sheet.EndHead();
        sheet.Heading("Part A");
        sheet.Fields([new("Document", $"{print.DocumentNumber} of {print.DocumentDate}"), .. print.Details]);
        sheet.Y += 6;
        sheet.Parties(print.Parties);
        new ItemTable(sheet, ItemTable.GoodsColumns).Draw(print.Items);
        sheet.Amounts([], "Total value (INR)", print.Total);
        sheet.Heading("Part B");
        sheet.Fields(print.Transport.Count > 0 ? print.Transport : [new("Transport", "Not given yet")]);
        return sheet.Finish();
    }
}

/// <summary>What the PDF of an e-way bill shows.</summary>
internal sealed record EwayBillPrint
{
    /// <summary>E-way bill number, 12 digits.</summary>
    public required string EwbNumber { get; init; }

    /// <summary>Time it was made, as printed.</summary>
    public required string EwbTime { get; init; }

    /// <summary>Time it is valid until, as printed; empty while Part B is missing.</summary>
    public string ValidUntil { get; init; } = "";

    /// <summary>Invoice Reference Number of the document that is moved.</summary>
    public required string Irn { get; init; }

    /// <summary>The document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The document's date, as printed.</summary>
    public required string DocumentDate { get; init; }

    /// <summary>Further lines of Part A: supply type, distance and so on.</summary>
    public IReadOnlyList<PrintedField> Details { get; init; } = [];

    /// <summary>Supplier, recipient, place of dispatch, place of delivery: two in a row.</summary>
    public IReadOnlyList<PrintedParty> Parties { get; init; } = [];

    /// <summary>The items, as many as there are; they run over further pages.</summary>
    public IReadOnlyList<PrintedItem> Items { get; init; } = [];

    /// <summary>Value of the goods in rupees.</summary>
    public required decimal Total { get; init; }

    /// <summary>Part B: mode, vehicle, transporter and its document; empty while it is missing.</summary>
    public IReadOnlyList<PrintedField> Transport { get; init; } = [];

    /// <summary>True when it was cancelled; the document then says so.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The QR code's text; the portal's holds number, GSTIN and time.</summary>
    public required string QrText { get; init; }
}
