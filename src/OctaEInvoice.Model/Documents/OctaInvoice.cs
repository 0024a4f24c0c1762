namespace OctaEInvoice;

/// <summary>One invoice, credit note or debit note, as NIC's schema INV-01 v1.1 has it.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, root object.</remarks>
public sealed class OctaInvoice
{
    /// <summary>GSTIN of the seller, as commands downstream bind it.</summary>
    public string? Gstin => Seller?.Gstin;

    /// <summary>INV, CRN or DBN, as commands downstream bind it.</summary>
    public string? DocumentType => Document?.Type;

    /// <summary>Document number, as commands downstream bind it.</summary>
    public string? DocumentNumber => Document?.Number;

    /// <summary>Document date, as commands downstream bind it.</summary>
    public IndiaDate? DocumentDate => Document?.Date;

    /// <summary>The input rows that made this document, from 1, headers not counted; empty when it did not come as rows.</summary>
    public IReadOnlyList<int> Rows { get; set; } = [];

    /// <summary>Dates that were counted from today, for example "DocumentDate D-3", as example files have them; a real gateway refuses a document with one. Empty otherwise, and never sent.</summary>
    public IReadOnlyList<string> CountedDates { get; set; } = [];

    /// <summary>Version of the schema, always 1.1 (Version; 1 to 6 characters; required).</summary>
    public string? SchemaVersion { get; set; }

    /// <summary>IRN that came with the input. It is never sent: the portal computes it (Irn; 64 characters).</summary>
    public string? Irn { get; set; }

    /// <summary>How the supply is taxed (TranDtls).</summary>
    public TransactionDetails? Transaction { get; set; }

    /// <summary>Type, number and date (DocDtls).</summary>
    public DocumentDetails? Document { get; set; }

    /// <summary>The supplier (SellerDtls).</summary>
    public SellerDetails? Seller { get; set; }

    /// <summary>The recipient (BuyerDtls).</summary>
    public BuyerDetails? Buyer { get; set; }

    /// <summary>Where the goods start (DispDtls).</summary>
    public DispatchDetails? Dispatch { get; set; }

    /// <summary>Where the goods go (ShipDtls).</summary>
    public ShipToDetails? ShipTo { get; set; }

    /// <summary>The lines, 1 to 1000 (ItemList).</summary>
    public List<InvoiceItem>? Items { get; set; }

    /// <summary>The totals (ValDtls).</summary>
    public InvoiceTotals? Totals { get; set; }

    /// <summary>How it is paid (PayDtls).</summary>
    public PaymentDetails? Payment { get; set; }

    /// <summary>What it refers to (RefDtls).</summary>
    public ReferenceDetails? References { get; set; }

    /// <summary>Supporting documents (AddlDocDtls).</summary>
    public List<AdditionalDocument>? AdditionalDocuments { get; set; }

    /// <summary>Export particulars (ExpDtls).</summary>
    public ExportDetails? Export { get; set; }

    /// <summary>Particulars for an e-way bill made with the IRN (EwbDtls).</summary>
    public TransportDetails? Transport { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber} {DocumentDate}";
}
