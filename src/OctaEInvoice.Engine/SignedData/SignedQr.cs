using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>What the signed QR code says of a document (nic-rules 2.4).</summary>
internal sealed class SignedQr
{
    /// <summary>GSTIN of the seller.</summary>
    public string? SellerGstin { get; private init; }

    /// <summary>GSTIN of the buyer, or URP.</summary>
    public string? BuyerGstin { get; private init; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; private init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; private init; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; private init; }

    /// <summary>Final value in rupees.</summary>
    public decimal? InvoiceTotal { get; private init; }

    /// <summary>Number of lines.</summary>
    public int? ItemCount { get; private init; }

    /// <summary>HSN of the line with the highest taxable value.</summary>
    public string? MainHsnCode { get; private init; }

    /// <summary>The IRN.</summary>
    public string? Irn { get; private init; }

    /// <summary>Moment of registration; absent in 2020.</summary>
    public IndiaTime? IrnTime { get; private init; }

    /// <summary>Reads the text of a QR code.</summary>
    /// <param name="token">The JWT.</param>
    /// <returns>What it says; null when it can't be read.</returns>
    public static SignedQr? Read(string? token)
    {
        if (!SignedToken.TryDecode(token, out SignedToken? decoded, out _))
            return null;
        try
        {
            using JsonDocument data = JsonDocument.Parse(decoded!.DataJson);
            return data.RootElement.ValueKind == JsonValueKind.Object ? Read(new AnswerFields(data.RootElement)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SignedQr Read(AnswerFields fields) => new()
    {
        SellerGstin = fields.Text("SellerGstin"),
        BuyerGstin = fields.Text("BuyerGstin"),
        DocumentType = fields.Text("DocTyp"),
        DocumentNumber = fields.Text("DocNo"),
        DocumentDate = fields.Date("DocDt"),
        InvoiceTotal = fields.Number("TotInvVal"),
        ItemCount = (int?)fields.Number("ItemCnt"),
        MainHsnCode = fields.Text("MainHsnCode"),
        Irn = fields.Text("Irn"),
        IrnTime = fields.Time("IrnDt"),
    };
}
