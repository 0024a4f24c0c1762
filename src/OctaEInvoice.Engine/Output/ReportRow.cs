namespace OctaEInvoice.Engine.Output;

/// <summary>One document of a report, as a result, a CSV file or a journal tells it.</summary>
public sealed class ReportRow
{
    /// <summary>Registered, Recovered, Rejected, InDoubt or Skipped; Active or Cancelled of a look-up; Unknown when nothing said.</summary>
    public string Outcome { get; init; } = "Unknown";

    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; init; }

    /// <summary>INV, CRN or DBN.</summary>
    public string? DocumentType { get; init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Document date, yyyy-MM-dd.</summary>
    public string? DocumentDate { get; init; }

    /// <summary>GSTIN of the buyer, or URP.</summary>
    public string? BuyerGstin { get; init; }

    /// <summary>Final value in rupees; null when it is not known.</summary>
    public decimal? InvoiceTotal { get; init; }

    /// <summary>Invoice Reference Number.</summary>
    public string? Irn { get; init; }

    /// <summary>Number of the e-way bill.</summary>
    public string? EwbNumber { get; init; }

    /// <summary>Codes of the refusal, joined by commas.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Text of the refusal.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; init; }

    /// <summary>The document has an IRN in force.</summary>
    internal bool IsRegistered => Outcome is "Registered" or "Recovered" or "Active";

    /// <summary>The codes, one each.</summary>
    internal IEnumerable<string> Codes => AllCodes.Count() > 1 ? AllCodes.Where(code => code is not ("5001" or "5002")) : AllCodes;

    // 5001 and 5002 are NIC's "application error": beside the code of the field that it is about they say nothing more.
    private IEnumerable<string> AllCodes => (ErrorCode ?? "").Split(',').Select(code => code.Trim()).Where(code => code.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
}
