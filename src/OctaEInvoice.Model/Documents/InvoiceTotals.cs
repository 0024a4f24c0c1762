namespace OctaEInvoice;

/// <summary>Totals of the document, in rupees.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ValDtls.</remarks>
public sealed class InvoiceTotals
{
    /// <summary>Sum of the lines' taxable values (AssVal; 0 to 99999999999999.99, 2 decimals; required).</summary>
    public decimal? TaxableValue { get; set; }

    /// <summary>Sum of central tax (CgstVal; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? Cgst { get; set; }

    /// <summary>Sum of state tax (SgstVal; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? Sgst { get; set; }

    /// <summary>Sum of integrated tax (IgstVal; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? Igst { get; set; }

    /// <summary>Sum of compensation cess, by value and by quantity (CesVal; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? Cess { get; set; }

    /// <summary>Sum of state cess, by value and by quantity (StCesVal; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? StateCess { get; set; }

    /// <summary>Discount on the whole document (Discount; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? Discount { get; set; }

    /// <summary>Other charges on the whole document (OthChrg; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? OtherCharges { get; set; }

    /// <summary>Round-off, -99.99 to 99.99 (RndOffAmt; -99.99 to 99.99, 2 decimals).</summary>
    public decimal? RoundOff { get; set; }

    /// <summary>Final value of the document (TotInvVal; 0 to 99999999999999.99, 2 decimals; required).</summary>
    public decimal? Total { get; set; }

    /// <summary>Final value in the foreign currency (TotInvValFc; 0 to 99999999999999.99, 2 decimals).</summary>
    public decimal? TotalInForeignCurrency { get; set; }
}
