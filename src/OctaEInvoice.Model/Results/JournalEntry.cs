namespace OctaEInvoice;

/// <summary>What a journal says of one document: that it was sent, or what became of it.</summary>
/// <remarks>Source: a line of the file that -JournalPath names (docs/journal.md). Images and PDFs are not kept there.</remarks>
public sealed class JournalEntry
{
    /// <summary>Moment when the line was written.</summary>
    public IndiaTime? Time { get; set; }

    /// <summary>What became of the document. InDoubt when it was sent and no answer is journalled.</summary>
    public DocumentOutcome Outcome { get; set; }

    /// <summary>True when the line was written before the request went out: the answer is not journalled yet.</summary>
    public bool IsSending { get; set; }

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>Financial year of the document, YYYY-YY.</summary>
    public string? FinancialYear { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Document number in upper case, as the portal's key has it.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; set; }

    /// <summary>SHA-256 of the request's bytes, 64 lower-case hexadecimal digits.</summary>
    public string? RequestHash { get; set; }

    /// <summary>Invoice Reference Number.</summary>
    public string? Irn { get; set; }

    /// <summary>Acknowledgement number, 15 digits, kept as text.</summary>
    public string? AckNumber { get; set; }

    /// <summary>Moment of registration.</summary>
    public IndiaTime? AckTime { get; set; }

    /// <summary>Active or cancelled, as answered then.</summary>
    public RecordStatus IrnStatus { get; set; }

    /// <summary>The invoice signed by the portal, a JWT.</summary>
    public string? SignedInvoice { get; set; }

    /// <summary>The text of the QR code signed by the portal, a JWT.</summary>
    public string? SignedQrCode { get; set; }

    /// <summary>Number of the e-way bill; null when there is none.</summary>
    public string? EwbNumber { get; set; }

    /// <summary>Status of the e-way bill, as answered then.</summary>
    public RecordStatus EwbStatus { get; set; }

    /// <summary>Moment when the e-way bill was made.</summary>
    public IndiaTime? EwbTime { get; set; }

    /// <summary>Moment until which the e-way bill is valid.</summary>
    public IndiaTime? EwbValidTill { get; set; }

    /// <summary>Codes of the refusal, joined by commas; null when there was none.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Text of the refusal; null when there was none.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>True when a sandbox answered: nothing was registered with the government.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Number of the line in the file, from 1.</summary>
    public long Line { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber} {Outcome}";
}
