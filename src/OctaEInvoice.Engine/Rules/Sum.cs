namespace OctaEInvoice.Engine.Rules;

/// <summary>The sum of one amount over the lines, which is not known any more once one of them can't be relied on.</summary>
internal struct Sum
{
    private decimal total;
    private bool isUnknown;

    internal readonly decimal? Total => isUnknown ? null : total;

    internal void Add(decimal amount, bool isSound)
    {
        if (isSound && !isUnknown)
            total += amount;
        else
            isUnknown = true;
    }
}
