using System.Globalization;
using System.Text;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Bench.Input;

/// <summary>Rows of a month end: one seller, a few buyers, as many documents as wanted, each under a number of its own.</summary>
internal static class InvoiceRows
{
    internal static readonly string[] Columns =
    [
        "DocumentType", "DocumentNumber", "DocumentDate", "SellerGstin", "SellerLegalName", "SellerAddress1", "SellerLocation", "SellerPin",
        "BuyerGstin", "BuyerLegalName", "BuyerAddress1", "BuyerLocation", "BuyerPin", "Description", "HsnCode", "Quantity", "Unit",
        "UnitPrice", "ItemDiscount", "GstRate", "PurchaseOrderNumber", "PaymentTerms",
    ];

    private static readonly string Today = DateTime.UtcNow.AddHours(5.5).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static readonly string[][] Buyers =
    [
        ["29AAHCK7310R1ZV", "Kaveri Machine Tools Limited", "22 4th Main Peenya Industrial Area", "Bengaluru", "560058"],
        ["27AAYCD6120N1ZZ", "Deccan Carriers Private Limited", "Survey 41 Chakan Road", "Pune", "410501"],
    ];

    /// <summary>The cells of one row.</summary>
    /// <param name="document">Index of its document.</param>
    /// <param name="line">Index of its line in the document.</param>
    internal static string[] Cells(int document, int line)
    {
        string[] buyer = Buyers[document % Buyers.Length];
        return
        [
            "INV", "B/" + (document + 1).ToString(CultureInfo.InvariantCulture), Today,
            "27AADCV4821M1Z0", "Vindhya Mercantile Private Limited", "Plot 14 J Block MIDC Bhosari", "Pune", "411026",
            buyer[0], buyer[1], buyer[2], buyer[3], buyer[4],
            "Deep groove ball bearing 6205 ZZ", "84821020", (1 + (line % 90)).ToString(CultureInfo.InvariantCulture), "NOS",
            (100 + (document % 900)).ToString(CultureInfo.InvariantCulture) + ".50", "10", "18", "KMT/PO/7781", "30 days from invoice",
        ];
    }

    /// <summary>Writes a file for Import-Csv.</summary>
    /// <param name="path">Where.</param>
    /// <param name="documents">How many documents.</param>
    /// <param name="lines">Rows of each.</param>
    internal static void WriteCsv(string path, int documents, int lines = 1)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteLine(string.Join(",", Columns));
        for (int document = 0; document < documents; document++)
            for (int line = 0; line < lines; line++)
                writer.WriteLine(string.Join(",", Cells(document, line)));
    }

    /// <summary>The drafts of as many documents.</summary>
    /// <param name="documents">How many.</param>
    /// <param name="isGrouped">As the cmdlets' -Grouped.</param>
    /// <param name="lines">Rows of each.</param>
    internal static IEnumerable<InvoiceDraft> Drafts(int documents, bool isGrouped, int lines = 1)
    {
        var intake = new InvoiceIntake(isGrouped: isGrouped);
        for (int document = 0; document < documents; document++)
            for (int line = 0; line < lines; line++)
                if (intake.AddRow(Columns, [.. Cells(document, line)]) is InvoiceDraft draft)
                    yield return draft;
        foreach (InvoiceDraft draft in intake.Complete())
            yield return draft;
    }
}
