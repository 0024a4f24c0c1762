namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A line of a document's totals.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Amount">Rupees; printed with two decimals.</param>
public sealed record PrintedAmount(string Label, decimal Amount);
