namespace OctaEInvoice;

/// <summary>The dynamic QR code of a B2C invoice, for payment by UPI (Notification 14/2020-CT).</summary>
/// <remarks>Source: answer of generatepaymentqrcode.</remarks>
public sealed class PaymentQrResult
{
    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; set; }

    /// <summary>Text of the QR code, upi://pay?...</summary>
    public string? PaymentQrCode { get; set; }

    /// <summary>QR code as a PNG file; null unless asked for.</summary>
    public byte[]? QrCodePng { get; set; }

    /// <summary>QR code as a JPEG file; null unless asked for.</summary>
    public byte[]? QrCodeJpeg { get; set; }

    /// <summary>QR code as a GIF file; null unless asked for.</summary>
    public byte[]? QrCodeGif { get; set; }

    /// <summary>The invoice as a PDF file; null unless asked for.</summary>
    public byte[]? InvoicePdf { get; set; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Fields of the answer that the specification does not name, with their JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AdditionalFields { get; set; }

    /// <inheritdoc/>
    public override string ToString() => PaymentQrCode ?? "";
}
