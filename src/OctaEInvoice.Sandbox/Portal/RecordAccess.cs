using OctaEInvoice.Engine.Gstins;
using OctaEInvoice.Sandbox.Answers;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Who gets which document: its seller, and with full data from the portal for three days.</summary>
internal static class RecordAccess
{
    private const int DaysOfFullData = 3;

    /// <summary>Finds a document by its IRN.</summary>
    /// <returns>The refusal; null when it was found.</returns>
    internal static SandboxAnswer? ByIrn(SandboxPortal portal, string gstin, string irn, out IrnRecord? record)
    {
        record = null;
        if (!Gstin.IsWellFormed(gstin))
            return SandboxAnswer.BadRequest(Codes.Of("OCTA-152"));
        if (!IsIrn(irn))
            return SandboxAnswer.BadRequest(Codes.Of("OCTA-153"));
        record = portal.Register.Find(irn);
        if (record is null)
            return SandboxAnswer.Refusal(Codes.Of("2148"));
        return record.Key.SellerGstin == gstin ? null : SandboxAnswer.Refusal(Codes.Of("OCTA-153"), Codes.Of("2143"));
    }

    /// <summary>The refusal of full data that the portal no longer gives; null while it does.</summary>
    internal static SandboxAnswer? IfTooOld(SandboxPortal portal, IrnRecord record) =>
        portal.Now.ToDateTimeOffset() - record.AckTime.ToDateTimeOffset() > TimeSpan.FromDays(DaysOfFullData)
            ? SandboxAnswer.Refusal(Codes.Of("2283", "3"))
            : null;

    private static bool IsIrn(string irn) => irn.Length == 64 && irn.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');
}
