namespace OctaEInvoice.Engine.Rules;

/// <summary>Amounts of one line that a rule has refused: what follows from them is not reported again.</summary>
[Flags]
internal enum WrongAmounts
{
    None = 0,
    TaxableValue = 1,
    Igst = 2,
    CgstAndSgst = 4,
    Cess = 8,
    StateCess = 16,
    Total = 32,
}
