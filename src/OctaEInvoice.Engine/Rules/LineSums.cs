namespace OctaEInvoice.Engine.Rules;

/// <summary>What the totals of a document are compared with.</summary>
internal struct LineSums
{
    internal Sum TaxableValue;
    internal Sum Igst;
    internal Sum Cgst;
    internal Sum Sgst;
    internal Sum Cess;
    internal Sum StateCess;
    internal Sum Total;
}

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
