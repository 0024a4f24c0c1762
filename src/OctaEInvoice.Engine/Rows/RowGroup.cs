namespace OctaEInvoice.Engine.Rows;

/// <summary>The rows of one document.</summary>
internal sealed class RowGroup
{
    internal List<GivenRow> Rows { get; } = [];

    /// <summary>Rows without a document number that follow rows of this document: whether they belong to it can't be known.</summary>
    internal List<GivenRow> KeylessRows { get; } = [];
}
