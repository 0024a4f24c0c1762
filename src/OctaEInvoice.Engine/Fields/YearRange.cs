namespace OctaEInvoice.Engine.Fields;

/// <summary>The years that the portal's published schema takes of a kind of date. Source: fields.json.</summary>
/// <param name="First">First year; days before it are refused.</param>
/// <param name="Last">Last year; the published schema ends there, and the portal will have to go on.</param>
public sealed record YearRange(int First, int Last)
{
    /// <summary>The first day.</summary>
    public IndiaDate FirstDay { get; } = new(First, 1, 1);

    /// <summary>The last day.</summary>
    public IndiaDate LastDay { get; } = new(Last, 12, 31);
}
