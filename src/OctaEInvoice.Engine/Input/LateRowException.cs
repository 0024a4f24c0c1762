namespace OctaEInvoice.Engine.Input;

/// <summary>A row of a document that was handed on already, although -Grouped promised that rows of one document are adjacent.</summary>
public sealed class LateRowException : Exception
{
    /// <summary>Names the row and the document.</summary>
    /// <param name="row">Number of the late row.</param>
    /// <param name="documentNumber">Number of the document.</param>
    /// <param name="irn">The IRN under which the document was registered without the row; null when its key is incomplete.</param>
    public LateRowException(int row, string documentNumber, string? irn)
        : base($"Row {row} belongs to document {documentNumber}, which was handed on without it: with -Grouped the rows of one document have to follow one another. "
            + (irn is null ? "" : $"If the document was registered, cancel IRN {irn} within 24 hours and register it under a new number. ")
            + "Sort the file by document number, or leave out -Grouped.")
    {
        Row = row;
        Irn = irn;
    }

    /// <summary>Number of the late row, from 1.</summary>
    public int Row { get; }

    /// <summary>IRN of the document that lacks the row.</summary>
    public string? Irn { get; }
}
