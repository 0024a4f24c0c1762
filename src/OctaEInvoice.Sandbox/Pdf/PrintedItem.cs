namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A row of a document's items.</summary>
public sealed record PrintedItem
{
    /// <summary>Serial number.</summary>
    public required string LineNumber { get; init; }

    /// <summary>What was sold; wrapped over up to four lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>HSN or SAC code.</summary>
    public string HsnCode { get; init; } = "";

    /// <summary>Quantity; null for a service without one.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Unit of quantity, such as NOS.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Rupees a unit.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>Rupees off.</summary>
    public decimal Discount { get; init; }

    /// <summary>Rupees that are taxed.</summary>
    public decimal TaxableValue { get; init; }

    /// <summary>Rate of GST in percent.</summary>
    public decimal GstRate { get; init; }

    /// <summary>Rupees of all taxes and cesses.</summary>
    public decimal Tax { get; init; }

    /// <summary>Rupees of the row.</summary>
    public decimal Total { get; init; }
}
