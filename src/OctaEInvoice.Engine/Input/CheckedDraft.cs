using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Engine.Input;

/// <summary>A draft that nothing keeps from being sent, and the bytes that are sent of it. <see cref="DraftChecker"/> makes it.</summary>
public sealed class CheckedDraft
{
    internal CheckedDraft(InvoiceDraft draft, byte[] body)
    {
        Draft = draft;
        Body = body;
    }

    /// <summary>The draft.</summary>
    public InvoiceDraft Draft { get; }

    /// <summary>The body of the request: UTF-8 JSON.</summary>
    internal byte[] Body { get; }

    /// <summary>A draft as it is, for tests in which the portal has to refuse what the rules here would not let pass.</summary>
    internal static CheckedDraft WithoutRules(InvoiceDraft draft) => new(draft, InvoiceJson.Write(draft.Invoice));
}
