namespace OctaEInvoice.Engine.Endpoints;

/// <summary>What the server finds a document by: seller, type, number, date.</summary>
/// <param name="Gstin">GSTIN of the seller.</param>
/// <param name="Type">INV, CRN or DBN.</param>
/// <param name="Number">Document number.</param>
/// <param name="Date">Document date.</param>
public sealed record DocumentReference(string Gstin, string Type, string Number, IndiaDate Date)
{
    internal QueryText AddTo(QueryText query) =>
        query.Add("gstin", Gstin).Add("doctype", Type).Add("docno", Number).Add("docdate", Date.ToWireString());
}
