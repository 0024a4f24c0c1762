namespace OctaEInvoice.Tests.Operations;

/// <summary>Goes through every order of events up to a depth: a way asks for one choice after the other, and the next way takes the next one.</summary>
/// <remarks>What is asked for beyond the depth is the last option, which models give to a portal that answers as it should.</remarks>
internal sealed class Choices(int depth)
{
    private readonly List<(int Taken, int Options)> way = [];
    private int position;

    /// <summary>Ways that were begun.</summary>
    internal int Ways { get; private set; } = 1;

    /// <summary>Chooses.</summary>
    /// <param name="options">How many there are.</param>
    /// <returns>0 to options - 1.</returns>
    internal int Pick(int options)
    {
        if (position >= depth)
            return options - 1;
        if (position == way.Count)
            way.Add((0, options));
        return way[position++].Taken;
    }

    /// <summary>Begins the next way.</summary>
    /// <returns>False when there is none.</returns>
    internal bool MoveNext()
    {
        position = 0;
        while (way.Count > 0 && way[^1].Taken == way[^1].Options - 1)
            way.RemoveAt(way.Count - 1);
        if (way.Count == 0)
            return false;
        way[^1] = (way[^1].Taken + 1, way[^1].Options);
        Ways++;
        return true;
    }

    public override string ToString() => string.Join(" ", way.Take(position).Select(choice => choice.Taken));
}
