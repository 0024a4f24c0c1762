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
