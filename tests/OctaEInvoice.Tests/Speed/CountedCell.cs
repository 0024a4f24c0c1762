namespace OctaEInvoice.Tests.Speed;

/// <summary>A cell that counts how often its text is asked for: work that can be counted and does not depend on the machine.</summary>
internal sealed class CountedCell(string text, CountedCell.Counter reads) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        reads.Count++;
        return text;
    }

    public override string ToString() => ToString(null, null);

    internal sealed class Counter
    {
        internal long Count { get; set; }
    }
}
