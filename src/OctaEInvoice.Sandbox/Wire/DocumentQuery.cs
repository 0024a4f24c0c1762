using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>What getirnbydoc and getdocirninfo find a document by.</summary>
/// <param name="Gstin">GSTIN of the seller.</param>
/// <param name="Type">INV, CRN or DBN.</param>
/// <param name="Number">Document number.</param>
/// <param name="Date">Document date.</param>
internal sealed record DocumentQuery(string Gstin, string Type, string Number, IndiaDate Date)
{
    /// <summary>The names of the four parameters.</summary>
    internal static readonly string[] Names = ["gstin", "doctype", "docno", "docdate"];

    internal DocumentKey Key => DocumentKey.Of(Gstin, Date, Type, Number);

    internal static DocumentQuery Read(QueryReader query)
    {
        WireNode details = WireSchema.Invoice.Find("DocDtls")!;
        string gstin = query.Seller();
        string type = query.OfField("doctype", details.Find("Typ")!.Field!);
        string number = query.OfField("docno", details.Find("No")!.Field!);
        string date = query.OfField("docdate", details.Find("Dt")!.Field!);
        // A date that can't be read has been refused by its form.
        return new DocumentQuery(gstin, type, number, IndiaDate.TryParse(date, out IndiaDate day) ? day : default);
    }
}
