namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A labelled line of a document, such as place of supply.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says, as printed.</param>
public sealed record PrintedField(string Label, string Value);
