using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>A registered document as the portal keeps it at one moment. All but CancelTime and Ewb follow from <see cref="InvoiceData"/>.</summary>
internal sealed record IrnRecord
{
    internal required DocumentKey Key { get; init; }

    internal required string Irn { get; init; }

    /// <summary>Fifteen digits.</summary>
    internal required long AckNumber { get; init; }

    internal required IndiaTime AckTime { get; init; }

    internal required IndiaDate DocumentDate { get; init; }

    /// <summary>The document with what the portal adds to it, UTF-8: the data of SignedInvoice.</summary>
    internal required byte[] InvoiceData { get; init; }

    /// <summary>The data of SignedQRCode, UTF-8.</summary>
    internal required byte[] QrData { get; init; }

    /// <summary>Moment of the cancellation; null while it is in force.</summary>
    internal IndiaTime? CancelTime { get; init; }

    internal bool IsActive => CancelTime is null;

    /// <summary>The latest e-way bill, in force or cancelled; null when there never was one.</summary>
    internal EwbRecord? Ewb { get; init; }

    /// <summary>A record with nothing but the invoice that the portal signs.</summary>
    /// <param name="invoice">The invoice with AckNo, AckDt and Irn in it.</param>
    /// <param name="data">The same as UTF-8.</param>
    /// <exception cref="FormatException">A date is broken.</exception>
    internal static IrnRecord Of(JsonElement invoice, byte[] data)
    {
        JsonElement details = invoice.GetProperty("DocDtls");
        string seller = invoice.GetProperty("SellerDtls").GetProperty("Gstin").GetString()!;
        if (!IndiaDate.TryParse(details.GetProperty("Dt").GetString(), out IndiaDate date) || !IndiaTime.TryParse(invoice.GetProperty("AckDt").GetString(), out IndiaTime time))
            throw new FormatException("The invoice has no date that can be read.");
        string irn = invoice.GetProperty(nameof(Irn)).GetString()!;
        return new IrnRecord
        {
            Key = DocumentKey.Of(seller, date, details.GetProperty("Typ").GetString()!, details.GetProperty("No").GetString()!),
            Irn = irn,
            AckNumber = invoice.GetProperty("AckNo").GetInt64(),
            AckTime = time,
            DocumentDate = date,
            InvoiceData = data,
            QrData = SignedTexts.QrCode(invoice, time, irn),
        };
    }
}

/// <summary>Makes a document of what the portal keeps of it.</summary>
internal static class StoredInvoice
{
    // What the portal added (AckNo, AckDt, ItemNo) is no part of a document; the reader passes over it.
    internal static OctaInvoice Read(IrnRecord record) => InvoiceJson.Read(record.InvoiceData, new IssueList());
}
