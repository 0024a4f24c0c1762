namespace OctaEInvoice.Sandbox.Pdf;

/// <summary>A box with a party's or an address's lines.</summary>
/// <param name="Title">Its part in the document, such as Seller or Ship to.</param>
/// <param name="Lines">GSTIN, names, address lines, as printed; long ones are wrapped.</param>
public sealed record PrintedParty(string Title, IReadOnlyList<string> Lines);
