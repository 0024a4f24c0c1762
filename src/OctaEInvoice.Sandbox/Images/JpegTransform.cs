namespace OctaEInvoice.Sandbox.Images;

/// <summary>The discrete cosine transform of one block of 8 by 8 black or white pixels.</summary>
internal static class JpegTransform
{
    private const int Side = 8;
    private const int Black = -128;
    private const int White = 127;

    private static readonly int[] ZigzagOrder = MakeZigzagOrder();

    /// <summary>The coefficients in zigzag order, the first divided by <paramref name="meanStep"/>, the others by <paramref name="detailStep"/>.</summary>
    /// <param name="pattern">The pixels, row by row from the lowest bit; a set bit is black.</param>
    /// <param name="meanStep">Divisor of the first coefficient.</param>
    /// <param name="detailStep">Divisor of all others.</param>
    internal static int[] Apply(ulong pattern, int meanStep, int detailStep)
    {
        int[] coefficients = new int[Side * Side];
        for (int i = 0; i < coefficients.Length; i++)
        {
            double exact = Coefficient(pattern, ZigzagOrder[i] % Side, ZigzagOrder[i] / Side);
            coefficients[i] = (int)Math.Round(exact / (i == 0 ? meanStep : detailStep));
        }
        return coefficients;
    }

    private static double Coefficient(ulong pattern, int u, int v)
    {
        double sum = 0;
        for (int i = 0; i < Side * Side; i++)
        {
            int pixel = (pattern >> i & 1) == 1 ? Black : White;
            sum += pixel * Wave(i % Side, u) * Wave(i / Side, v);
        }
        return sum / 4 * Norm(u) * Norm(v);
    }

    private static double Wave(int position, int frequency) => Math.Cos((2 * position + 1) * frequency * Math.PI / (2 * Side));

    private static double Norm(int frequency) => frequency == 0 ? Math.Sqrt(0.5) : 1;

    /// <summary>Along the diagonals, turning at each edge, so that fine detail comes last.</summary>
    private static int[] MakeZigzagOrder()
    {
        List<int> order = [];
        for (int diagonal = 0; diagonal < 2 * Side - 1; diagonal++)
        {
            for (int step = 0; step <= diagonal; step++)
            {
                int row = diagonal % 2 == 0 ? diagonal - step : step;
                int column = diagonal - row;
                if (row < Side && column < Side)
                    order.Add(row * Side + column);
            }
        }
        return [.. order];
    }
}
