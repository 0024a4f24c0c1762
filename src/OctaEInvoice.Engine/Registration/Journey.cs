using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;

namespace OctaEInvoice.Engine.Registration;

/// <summary>What one document's calls have brought so far.</summary>
internal sealed class Journey(InvoiceDraft draft, byte[] body)
{
    internal InvoiceDraft Draft { get; } = draft;

    /// <summary>The request's bytes.</summary>
    internal ReadOnlyMemory<byte> Body { get; } = body;

    internal bool WasSent { get; set; }

    /// <summary>The last answer to generateirn.</summary>
    internal ServerAnswer<IrnResult>? Sent { get; set; }

    /// <summary>The last answer to a look-up.</summary>
    internal ServerAnswer<IrnResult>? LookedUp { get; set; }

    /// <summary>The answer to generateewbbyirn.</summary>
    internal ServerAnswer<EwbResult>? Ewb { get; set; }

    /// <summary>The registered document as answered.</summary>
    internal IrnResult? Found { get; set; }

    /// <summary>How the one found differs from this document.</summary>
    internal string? Difference { get; set; }

    internal static IReadOnlyList<string> CodesOf<T>(ServerAnswer<T> answer)
        where T : class
    {
        if (answer.Errors.Count == 0)
            return [];
        string[] codes = new string[answer.Errors.Count];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = answer.Errors[i].Code;
        return codes;
    }

    internal void AddEwb(EwbResult ewb)
    {
        Found!.EwbNumber = ewb.EwbNumber;
        Found.EwbStatus = ewb.EwbStatus;
        Found.EwbTime = ewb.EwbTime;
        Found.EwbValidTill = ewb.EwbValidTill;
        Found.EwbPdf = ewb.EwbPdf;
    }
}
