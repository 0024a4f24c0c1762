using System.Management.Automation;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Commands.Loading;

/// <summary>Properties that the Engine adds to documents (Types.ps1xml).</summary>
public static class InvoiceExtensions
{
    /// <summary>The IRN that the portal will give a document.</summary>
    /// <param name="invoice">An OctaInvoice.</param>
    /// <returns>64 lower-case hexadecimal digits; null while seller, type, number or date are missing.</returns>
    public static string? ExpectedIrn(PSObject invoice) => invoice.BaseObject is OctaInvoice document ? IrnHash.Expected(document) : null;
}
