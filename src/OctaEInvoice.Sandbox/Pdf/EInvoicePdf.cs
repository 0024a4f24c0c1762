namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>The PDF of an e-invoice, as EinvoicePdf of the API's answers holds it.</summary>
public static class EInvoicePdf
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
