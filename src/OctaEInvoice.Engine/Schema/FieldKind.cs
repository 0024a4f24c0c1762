namespace OctaEInvoice.Engine.Schema;

/// <summary>How the value of a field is read, brought to its one form and checked.</summary>
internal enum FieldKind
{
    /// <summary>Free text without quotation marks and backslashes.</summary>
    Text,

    /// <summary>A code in upper case.</summary>
    Code,

    /// <summary>Y or N.</summary>
    YesNo,

    /// <summary>A GSTIN, in upper case.</summary>
    Gstin,

    /// <summary>A state code of two digits.</summary>
    State,

    /// <summary>Digits that are no number: HSN, telephone, serial number.</summary>
    Digits,

    /// <summary>A vehicle number without blanks and hyphens.</summary>
    Vehicle,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day that may lie further away: expiry, warranty, period.</summary>
    WideDate,

    /// <summary>Rupees of one line, two decimals.</summary>
    Amount,

    /// <summary>Rupees of the whole document, two decimals.</summary>
    Total,

    /// <summary>Quantity or price of a unit, three decimals.</summary>
    Quantity,

    /// <summary>Percent, three decimals.</summary>
    Rate,

    /// <summary>Rupees that may be negative, two decimals.</summary>
    Signed,

    /// <summary>PIN code.</summary>
    Pin,

    /// <summary>A whole number.</summary>
    Integer,
}
