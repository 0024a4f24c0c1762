namespace OctaEInvoice;

/// <summary>How the document is paid.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object PayDtls.</remarks>
public sealed class PaymentDetails
{
    /// <summary>Name of the payee (Nm; 1 to 100 characters).</summary>
    public string? PayeeName { get; set; }

    /// <summary>Bank account number (AccDet; 1 to 18 characters).</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Mode of payment: cash, credit, direct transfer (Mode; 1 to 18 characters).</summary>
    public string? Mode { get; set; }

    /// <summary>Branch or IFSC code (FinInsBr; 1 to 11 characters).</summary>
    public string? BranchIfsc { get; set; }

    /// <summary>Terms of payment (PayTerm; 1 to 100 characters).</summary>
    public string? Terms { get; set; }

    /// <summary>Payment instruction (PayInstr; 1 to 100 characters).</summary>
    public string? Instructions { get; set; }

    /// <summary>Terms of credit transfer (CrTrn; 1 to 100 characters).</summary>
    public string? CreditTransfer { get; set; }

    /// <summary>Terms of direct debit (DirDr; 1 to 100 characters).</summary>
    public string? DirectDebit { get; set; }

    /// <summary>Credit period in days (CrDay; 0 to 9999).</summary>
    public int? CreditDays { get; set; }

    /// <summary>Amount paid in advance, in rupees (PaidAmt; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? PaidAmount { get; set; }

    /// <summary>Amount outstanding, in rupees (PaymtDue; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? AmountDue { get; set; }
}
