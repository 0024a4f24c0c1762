using System.Collections.Concurrent;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Answers requests by errors on demand: of documents by their number, of GSTIN look-ups by the GSTIN. docs/sandbox.md has the form.</summary>
internal sealed class ErrorTriggers
{
    private readonly ConcurrentDictionary<string, int> hits = new(StringComparer.Ordinal);

    /// <summary>The error that befalls a step of a document.</summary>
    /// <returns>Null when the number asks for none, or as often as it asks for has passed.</returns>
    internal SandboxAnswer? Of(TriggerStep step, string number) =>
        number.StartsWith("ERR", StringComparison.OrdinalIgnoreCase) && TriggeredError.OfNumber(number) is TriggeredError error && error.Step == step
            ? Count(error, number.ToUpperInvariant())
            : null;

    /// <summary>The error that befalls the look-up of a GSTIN; null as above.</summary>
    internal SandboxAnswer? OfGstin(string gstin) => TriggeredError.OfGstin(gstin) is TriggeredError error ? Count(error, gstin) : null;

    private SandboxAnswer? Count(TriggeredError error, string name) =>
        error.Times is int times && hits.AddOrUpdate(name, 1, static (_, count) => count + 1) > times ? null : error.Answer();
}
