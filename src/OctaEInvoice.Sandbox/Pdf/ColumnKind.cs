namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>How a column's cells are set.</summary>
internal enum ColumnKind
{
    /// <summary>One line from the left edge.</summary>
    Word,

    /// <summary>Several lines when it is long.</summary>
    Prose,

    /// <summary>One line up to the right edge.</summary>
    Number,
}
