using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Who gets which document: its seller, and with full data from the portal for three days.</summary>
internal static class RecordAccess
{
    private const int DaysOfFullData = 3;

    /// <summary>Finds a document by its IRN.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="gstin">GSTIN of who asks.</param>
    /// <param name="irn">The IRN.</param>
    /// <param name="notFound">NIC's code for an IRN that isn't there.</param>
    /// <param name="record">The document.</param>
    /// <returns>The refusal; null when it was found.</returns>
    internal static SandboxAnswer? ByIrn(SandboxPortal portal, string gstin, string irn, string notFound, out IrnRecord? record)
    {
        record = portal.Register.Find(irn);
        if (record is null)
            return SandboxAnswer.Refusal(Codes.WithOctas(notFound));
        return record.Key.SellerGstin == gstin ? null : SandboxAnswer.Refusal(Codes.Of("OCTA-153"), Codes.Of("2143"));
    }

    /// <summary>Finds a document by type, number and date.</summary>
    /// <returns>The refusal; null when it was found.</returns>
    internal static SandboxAnswer? ByDocument(SandboxPortal portal, DocumentQuery wanted, out IrnRecord? record)
    {
        record = portal.Register.Find(wanted.Key);
        return record?.DocumentDate == wanted.Date ? null : SandboxAnswer.Refusal(Codes.WithOctas("2148"));
    }

    /// <summary>The refusal of full data that the portal no longer gives; null while it does.</summary>
    internal static SandboxAnswer? IfTooOld(SandboxPortal portal, IrnRecord record) =>
        portal.Now.ToDateTimeOffset() - record.AckTime.ToDateTimeOffset() > TimeSpan.FromDays(DaysOfFullData)
            ? SandboxAnswer.Refusal(Codes.Of("2283", "3"))
            : null;
}
