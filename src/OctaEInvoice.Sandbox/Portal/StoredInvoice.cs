using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Engine.Json;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Makes a document of what the portal keeps of it.</summary>
internal static class StoredInvoice
{
    // What the portal added (AckNo, AckDt, ItemNo) is no part of a document; the reader passes over it.
    internal static OctaInvoice Read(IrnRecord record) => InvoiceJson.Read(record.InvoiceData, new IssueList());
}
