using System.Globalization;

namespace OctaEInvoice.Engine.Rules;

/// <summary>NIC's tolerance: the rupee below the calculated value and the rupee above it, one more on each side (nic-rules 2.2).</summary>
/// <remarks>2345.04 allows 2344 to 2347; 10241.00 allows 10240 to 10242.</remarks>
internal static class Tolerance
{
    internal static bool Allows(decimal calculated, decimal given)
    {
        decimal difference = given - calculated;
        // Within a rupee it is allowed whatever the fractions are; nearly every amount ends here.
        if (difference is >= -1m and <= 1m)
            return true;
        return given >= Min(calculated) && given <= Max(calculated);
    }

    /// <summary>The calculated value and the range, such as 1197.46 (1196 to 1199).</summary>
    internal static string Describe(decimal calculated) => string.Format(
        CultureInfo.InvariantCulture,
        "{0:0.00} ({1:0} to {2:0})",
        Math.Round(calculated, 2, MidpointRounding.AwayFromZero),
        Min(calculated),
        Max(calculated));

    private static decimal Min(decimal calculated) => decimal.Floor(calculated) - 1;

    private static decimal Max(decimal calculated) => decimal.Ceiling(calculated) + 1;
}
