namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>What the PDF of an e-way bill shows.</summary>
public sealed record EwayBillPrint
{
    /// <summary>E-way bill number, 12 digits.</summary>
    public required string EwbNumber { get; init; }

    /// <summary>Time it was made, as printed.</summary>
    public required string EwbTime { get; init; }

    /// <summary>Time it is valid until, as printed; empty while Part B is missing.</summary>
    public string ValidUntil { get; init; } = "";

    /// <summary>Invoice Reference Number of the document that is moved.</summary>
    public required string Irn { get; init; }

    /// <summary>The document's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The document's date, as printed.</summary>
    public required string DocumentDate { get; init; }

    /// <summary>Further lines of Part A: supply type, distance and so on.</summary>
    public IReadOnlyList<PrintedField> Details { get; init; } = [];

    /// <summary>Supplier, recipient, place of dispatch, place of delivery: two in a row.</summary>
    public IReadOnlyList<PrintedParty> Parties { get; init; } = [];

    /// <summary>The items, as many as there are; they run over further pages.</summary>
    public IReadOnlyList<PrintedItem> Items { get; init; } = [];

    /// <summary>Value of the goods in rupees.</summary>
    public required decimal Total { get; init; }

    /// <summary>Part B: mode, vehicle, transporter and its document; empty while it is missing.</summary>
    public IReadOnlyList<PrintedField> Transport { get; init; } = [];

    /// <summary>True when it was cancelled; the document then says so.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The QR code's text; the portal's holds number, GSTIN and time.</summary>
    public required string QrText { get; init; }
}
