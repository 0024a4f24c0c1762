using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Sandbox.Faults;

/// <summary>Decides which requests go wrong, and how.</summary>
public interface IFaultPlan
{
    /// <summary>Asked once for each request, before anything else; called on many threads at a time.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What goes wrong; null for nothing.</returns>
    Fault? Next(HttpRequest request);
}
