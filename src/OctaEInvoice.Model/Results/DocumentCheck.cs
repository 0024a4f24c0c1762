namespace OctaEInvoice;

/// <summary>What the offline checks say of one document.</summary>
public sealed class DocumentCheck
{
    // An array: $x[0] works in PowerShell on arrays and lists, not on the compiler's own collections.
    private int[] rows = [];

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    public IndiaDate? DocumentDate { get; set; }

    /// <summary>The input rows of the document, from 1; empty when it did not come as rows.</summary>
    public IReadOnlyList<int> Rows { get => rows; set => rows = [.. value]; }

    /// <summary>True when nothing keeps the document from being sent.</summary>
    public bool IsValid { get; set; }

    /// <summary>Number of errors.</summary>
    public int ErrorCount { get; set; }

    /// <summary>Number of warnings.</summary>
    public int WarningCount { get; set; }

    /// <summary>Final value of the document in rupees, given or computed.</summary>
    public decimal? InvoiceTotal { get; set; }

    /// <summary>The IRN that the portal will give the document; null while its key is incomplete.</summary>
    public string? ExpectedIrn { get; set; }

    /// <summary>The issues, errors and warnings.</summary>
    public IReadOnlyList<Issue> Issues { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{DocumentType} {DocumentNumber}: {(IsValid ? "valid" : "not valid")}";
}
