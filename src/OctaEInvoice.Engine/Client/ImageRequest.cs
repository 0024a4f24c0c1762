namespace OctaEInvoice.Engine.Client;

/// <summary>What to ask for beside the data: QR image and PDF (query parameters qrcode, qrcodeformat, qrcodequality, pdf).</summary>
public sealed class ImageRequest
{
    /// <summary>Nothing beside the data.</summary>
    public static ImageRequest None { get; } = new();

    /// <summary>PNG, JPEG or GIF; null for no image.</summary>
    public string? QrCodeFormat { get; init; }

    /// <summary>standard or high; null leaves it to the server (high).</summary>
    public string? QrCodeQuality { get; init; }

    /// <summary>True to get the PDFs of e-invoice and e-way bill.</summary>
    public bool Pdf { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsNone => QrCodeFormat is null && !Pdf;

    internal void AddTo(QueryText query, bool withFormat = true)
    {
        if (QrCodeFormat is not null)
        {
            query.Add("qrcode", "yes");
            if (withFormat)
            {
                query.Add("qrcodeformat", QrCodeFormat.ToUpperInvariant());
                query.Add("qrcodequality", QrCodeQuality?.ToLowerInvariant());
            }
        }
        if (Pdf)
            query.Add("pdf", "yes");
    }
}
