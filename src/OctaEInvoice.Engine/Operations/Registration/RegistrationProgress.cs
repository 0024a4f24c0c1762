using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>What one document's calls have brought so far.</summary>
internal sealed class RegistrationProgress(InvoiceDraft draft, byte[] body, JournalSlot? slot, MachineDriver driver)
{
    /// <summary>The document's place in the journal; null without one.</summary>
    internal JournalSlot? Slot { get; } = slot;

    internal InvoiceDraft Draft { get; } = draft;

    internal OctaInvoice Invoice => Draft.Invoice;

    /// <summary>The request's bytes.</summary>
    internal ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Makes the document's calls.</summary>
    internal MachineDriver Driver { get; } = driver;

    /// <summary>The last answer to generateirn.</summary>
    internal ServerAnswer<IrnResult>? Sent { get; set; }

    /// <summary>The last answer to a look-up.</summary>
    internal ServerAnswer<IrnResult>? LookedUp { get; set; }

    /// <summary>What became of the e-way bill that did not come with the IRN.</summary>
    internal CallOutcome<EwbResult>? Ewb { get; set; }

    /// <summary>The registered document as answered.</summary>
    internal IrnResult? Found { get; set; }

    /// <summary>How the one found differs from this document.</summary>
    internal string? Difference { get; set; }

    internal void AddEwb(EwbResult ewb)
    {
        Found!.EwbNumber = ewb.EwbNumber;
        Found.EwbStatus = ewb.EwbStatus;
        Found.EwbTime = ewb.EwbTime;
        Found.EwbValidTill = ewb.EwbValidTill;
        Found.EwbPdf = ewb.EwbPdf;
    }
}
