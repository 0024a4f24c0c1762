namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>The PDF of an e-way bill, as EwbPdf of the API's answers holds it.</summary>
public static class EwayBillPdf
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
