namespace OctaEInvoice;

/// <summary>What the portal signed: an invoice or the text of a QR code, decoded.</summary>
/// <remarks>Source: SignedInvoice and SignedQRCode, JWTs of nic-rules 2.4.</remarks>
public sealed class SignedDocument
{
    /// <summary>Who signed: NIC, or NIC Sandbox.</summary>
    public string? Issuer { get; set; }

    /// <summary>Id of the signing key (kid).</summary>
    public string? KeyId { get; set; }

    /// <summary>True when the signature holds, false when not; null when no certificate or key was given.</summary>
    public bool? IsSignatureValid { get; set; }

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>GSTIN of the buyer, or URP.</summary>
    public string? BuyerGstin { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; set; }

    /// <summary>Final value in rupees.</summary>
    public decimal? InvoiceTotal { get; set; }

    /// <summary>Number of lines.</summary>
    public int? ItemCount { get; set; }

    /// <summary>HSN of the line with the highest taxable value.</summary>
    public string? MainHsnCode { get; set; }

    /// <summary>The IRN.</summary>
    public string? Irn { get; set; }

    /// <summary>Moment of registration.</summary>
    public IndiaTime? IrnTime { get; set; }

    /// <summary>Acknowledgement number; a QR code has none.</summary>
    public string? AckNumber { get; set; }

    /// <summary>The whole invoice; null for a QR code.</summary>
    public OctaInvoice? Invoice { get; set; }

    /// <summary>The signed data's JSON as the portal wrote it.</summary>
    public string Json { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber} {Irn}";
}
