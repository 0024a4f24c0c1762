namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>Colours of text.</summary>
internal enum PdfInk
{
    /// <summary>What the document says.</summary>
    Black,

    /// <summary>Names of what it says.</summary>
    Grey,

    /// <summary>What must not be overlooked.</summary>
    Red,
}
