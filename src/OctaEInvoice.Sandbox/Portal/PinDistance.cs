namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Stands for the portal's table of distances between PIN codes: a made-up but steady distance, farther for codes of other regions.</summary>
internal static class PinDistance
{
    private const int Region = 100000;
    private const int KilometresARegion = 300;
    private const int KilometresWithin = 200;

    /// <summary>Kilometres between two different PIN codes.</summary>
    internal static int Between(int from, int to)
    {
        int difference = Math.Abs(from - to);
        return 20 + (difference / Region * KilometresARegion) + (difference % Region * KilometresWithin / Region);
    }
}
