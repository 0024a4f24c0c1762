namespace OctaEInvoice;

/// <summary>What a journal says of one document: that it was sent, or what became of it.</summary>
/// <remarks>Source: a line of the file that -JournalPath names (docs/journal.md). Images and PDFs are not kept there.</remarks>
public sealed class JournalEntry
{
    /// <summary>An entry about nothing yet.</summary>
    public JournalEntry()
        : this(new IrnResult())
    {
    }

    internal JournalEntry(IrnResult result) => Result = result;

    /// <summary>The result that the line was written of, as far as the journal keeps it.</summary>
    internal IrnResult Result { get; }

    /// <summary>Moment when the line was written.</summary>
    public IndiaTime? Time { get; set; }

    /// <summary>What became of the document. InDoubt when it was sent and no answer is journalled.</summary>
    public DocumentOutcome Outcome
    {
        get => Result.Outcome.GetValueOrDefault();
        set => Result.Outcome = value;
    }

    /// <summary>True when the line was written before the request went out: the answer is not journalled yet.</summary>
    public bool IsSending { get; set; }

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin
    {
        get => Result.Gstin;
        set => Result.Gstin = value;
    }

    /// <summary>Financial year of the document, YYYY-YY.</summary>
    public string? FinancialYear { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType
    {
        get => Result.DocumentType;
        set => Result.DocumentType = value;
    }

    /// <summary>Document number in upper case, as the portal's key has it.</summary>
    public string? DocumentNumber
    {
        get => Result.DocumentNumber;
        set => Result.DocumentNumber = value;
    }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate
    {
        get => Result.DocumentDate;
        set => Result.DocumentDate = value;
    }

    /// <summary>SHA-256 of the request's bytes, 64 lower-case hexadecimal digits.</summary>
    public string? RequestHash { get; set; }

    /// <summary>Invoice Reference Number.</summary>
    public string? Irn
    {
        get => Result.Irn;
        set => Result.Irn = value;
    }

    /// <summary>Acknowledgement number, 15 digits, kept as text.</summary>
    public string? AckNumber
    {
        get => Result.AckNumber;
        set => Result.AckNumber = value;
    }

    /// <summary>Moment of registration.</summary>
    public IndiaTime? AckTime
    {
        get => Result.AckTime;
        set => Result.AckTime = value;
    }

    /// <summary>Active or cancelled, as answered then.</summary>
    public RecordStatus IrnStatus
    {
        get => Result.IrnStatus;
        set => Result.IrnStatus = value;
    }

    /// <summary>The invoice signed by the portal, a JWT.</summary>
    public string? SignedInvoice
    {
        get => Result.SignedInvoice;
        set => Result.SignedInvoice = value;
    }

    /// <summary>The text of the QR code signed by the portal, a JWT.</summary>
    public string? SignedQrCode
    {
        get => Result.SignedQrCode;
        set => Result.SignedQrCode = value;
    }

    /// <summary>Number of the e-way bill; null when there is none.</summary>
    public string? EwbNumber
    {
        get => Result.EwbNumber;
        set => Result.EwbNumber = value;
    }

    /// <summary>Status of the e-way bill, as answered then.</summary>
    public RecordStatus EwbStatus
    {
        get => Result.EwbStatus;
        set => Result.EwbStatus = value;
    }

    /// <summary>Moment when the e-way bill was made.</summary>
    public IndiaTime? EwbTime
    {
        get => Result.EwbTime;
        set => Result.EwbTime = value;
    }

    /// <summary>Moment until which the e-way bill is valid.</summary>
    public IndiaTime? EwbValidTill
    {
        get => Result.EwbValidTill;
        set => Result.EwbValidTill = value;
    }

    /// <summary>Codes of the refusal, joined by commas; null when there was none.</summary>
    public string? ErrorCode
    {
        get => Result.ErrorCode;
        set => Result.ErrorCode = value;
    }

    /// <summary>Text of the refusal; null when there was none.</summary>
    public string? ErrorMessage
    {
        get => Result.ErrorMessage;
        set => Result.ErrorMessage = value;
    }

    /// <summary>True when a sandbox answered: nothing was registered with the government.</summary>
    public bool Sandbox
    {
        get => Result.Sandbox;
        set => Result.Sandbox = value;
    }

    /// <summary>Number of the line in the file, from 1.</summary>
    public long Line { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber} {Outcome}";
}
