namespace OctaEInvoice;

/// <summary>One line of the document.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ItemList.</remarks>
public sealed class InvoiceItem
{
    /// <summary>Serial number of the line, digits (SlNo; 1 to 6 characters; required).</summary>
    public string? LineNumber { get; set; }

    /// <summary>What is sold (PrdDesc; 3 to 300 characters).</summary>
    public string? Description { get; set; }

    /// <summary>Y for a service (HSN beginning with 99), N for goods (IsServc; 1 characters; required).</summary>
    public string? IsService { get; set; }

    /// <summary>HSN or SAC code of 4, 6 or 8 digits (HsnCd; 4 to 8 characters; required).</summary>
    public string? HsnCode { get; set; }

    /// <summary>Bar code (Barcde; 3 to 30 characters).</summary>
    public string? Barcode { get; set; }

    /// <summary>Quantity in the unit given (Qty; 0 to 9999999999.999, 3 decimals).</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Quantity given free (FreeQty; 0 to 9999999999.999, 3 decimals).</summary>
    public decimal? FreeQuantity { get; set; }

    /// <summary>Unit quantity code (UQC), for example NOS or KGS (Unit; 3 to 8 characters).</summary>
    public string? Unit { get; set; }

    /// <summary>Price of one unit in rupees (UnitPrice; 0 to 999999999999.999, 3 decimals; required).</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Quantity times unit price, in rupees (TotAmt; 0 to 999999999999.99, 2 decimals; required).</summary>
    public decimal? GrossAmount { get; set; }

    /// <summary>Discount on the line, in rupees (Discount; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? Discount { get; set; }

    /// <summary>Value before tax, in rupees (PreTaxVal; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? PreTaxValue { get; set; }

    /// <summary>Taxable value: gross amount less discount, in rupees (AssAmt; 0 to 999999999999.99, 2 decimals; required).</summary>
    public decimal? TaxableValue { get; set; }

    /// <summary>GST rate in percent; CGST and SGST are half of it each (GstRt; 0 to 999.999, 3 decimals; required).</summary>
    public decimal? GstRate { get; set; }

    /// <summary>Integrated tax in rupees (IgstAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? IgstAmount { get; set; }

    /// <summary>Central tax in rupees (CgstAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? CgstAmount { get; set; }

    /// <summary>State or union-territory tax in rupees (SgstAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? SgstAmount { get; set; }

    /// <summary>Compensation cess rate in percent (CesRt; 0 to 999.999, 3 decimals).</summary>
    public decimal? CessRate { get; set; }

    /// <summary>Compensation cess on the value, in rupees (CesAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? CessAmount { get; set; }

    /// <summary>Compensation cess by quantity, in rupees (CesNonAdvlAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? CessNonAdvalorem { get; set; }

    /// <summary>State cess rate in percent (StateCesRt; 0 to 999.999, 3 decimals).</summary>
    public decimal? StateCessRate { get; set; }

    /// <summary>State cess on the value, in rupees (StateCesAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? StateCessAmount { get; set; }

    /// <summary>State cess by quantity, in rupees (StateCesNonAdvlAmt; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? StateCessNonAdvalorem { get; set; }

    /// <summary>Other charges on the line, in rupees (OthChrg; 0 to 999999999999.99, 2 decimals).</summary>
    public decimal? OtherCharges { get; set; }

    /// <summary>Value of the line with taxes and charges, in rupees (TotItemVal; 0 to 999999999999.99, 2 decimals; required).</summary>
    public decimal? Total { get; set; }

    /// <summary>Line of the buyer's order (OrdLineRef; 1 to 50 characters).</summary>
    public string? OrderLineReference { get; set; }

    /// <summary>Country of origin, two letters (OrgCntry; 2 characters).</summary>
    public string? OriginCountry { get; set; }

    /// <summary>Serial number of the product (PrdSlNo; 1 to 20 characters).</summary>
    public string? ProductSerialNumber { get; set; }

    /// <summary>The batch (BchDtls).</summary>
    public BatchDetails? Batch { get; set; }

    /// <summary>Named attributes (AttribDtls).</summary>
    public List<ItemAttribute>? Attributes { get; set; }
}

/// <summary>The batch that a line comes from.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ItemList.BchDtls.</remarks>
public sealed class BatchDetails
{
    /// <summary>Batch name or number (Nm; 3 to 20 characters; required).</summary>
    public string? Name { get; set; }

    /// <summary>Expiry date of the batch (ExpDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? ExpiryDate { get; set; }

    /// <summary>Warranty date of the batch (WrDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? WarrantyDate { get; set; }
}

/// <summary>One named attribute of a line.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ItemList.AttribDtls.</remarks>
public sealed class ItemAttribute
{
    /// <summary>Name of the attribute (Nm; 1 to 100 characters).</summary>
    public string? Name { get; set; }

    /// <summary>Value of the attribute (Val; 1 to 100 characters).</summary>
    public string? Value { get; set; }
}
