namespace OctaEInvoice;

/// <summary>A registered document as the server answers it, or the outcome of one that was not registered.</summary>
/// <remarks>Source: answers of generateirn, getirn, getirnbydoc and getdocirninfo.</remarks>
public sealed class IrnResult
{
    /// <summary>What became of the document; null on results of look-ups.</summary>
    public DocumentOutcome? Outcome { get; set; }

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Document number as sent.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; set; }

    /// <summary>GSTIN of the buyer, from the signed QR code or the document.</summary>
    public string? BuyerGstin { get; set; }

    /// <summary>Final value of the document in rupees.</summary>
    public decimal? InvoiceTotal { get; set; }

    /// <summary>Invoice Reference Number, 64 lower-case hexadecimal digits.</summary>
    public string? Irn { get; set; }

    /// <summary>Acknowledgement number, 15 digits, kept as text.</summary>
    public string? AckNumber { get; set; }

    /// <summary>Moment of registration.</summary>
    public IndiaTime? AckTime { get; set; }

    /// <summary>Active or cancelled.</summary>
    public RecordStatus IrnStatus { get; set; }

    /// <summary>The invoice signed by the portal, a JWT.</summary>
    public string? SignedInvoice { get; set; }

    /// <summary>The text of the QR code signed by the portal, a JWT; this is what has to be printed as a QR code.</summary>
    public string? SignedQrCode { get; set; }

    /// <summary>Number of the e-way bill, 12 digits; null when there is none.</summary>
    public string? EwbNumber { get; set; }

    /// <summary>Active or cancelled; Unknown when there is no e-way bill.</summary>
    public RecordStatus EwbStatus { get; set; }

    /// <summary>Moment when the e-way bill was made.</summary>
    public IndiaTime? EwbTime { get; set; }

    /// <summary>Moment until which the e-way bill is valid.</summary>
    public IndiaTime? EwbValidTill { get; set; }

    /// <summary>QR code as a PNG file; null unless asked for.</summary>
    public byte[]? QrCodePng { get; set; }

    /// <summary>QR code as a JPEG file; null unless asked for.</summary>
    public byte[]? QrCodeJpeg { get; set; }

    /// <summary>QR code as a GIF file; null unless asked for.</summary>
    public byte[]? QrCodeGif { get; set; }

    /// <summary>The e-invoice as a PDF file; null unless asked for.</summary>
    public byte[]? InvoicePdf { get; set; }

    /// <summary>The e-way bill as a PDF file; null unless asked for.</summary>
    public byte[]? EwbPdf { get; set; }

    /// <summary>True on a connection to a sandbox, also for what was refused or not sent: nothing was registered with the government.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Codes of the refusal, Octa's and NIC's, joined by commas; null when there was none.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Text of the refusal; null when there was none.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The input rows of the document, from 1; empty when it did not come as rows.</summary>
    public IReadOnlyList<int> Rows { get; set; } = [];

    /// <summary>Fields of the answer that the specification does not name, with their JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AdditionalFields { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber} {Irn}";
}
