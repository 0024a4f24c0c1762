using System.Text.Json.Nodes;

namespace OctaEInvoice.Tests.Oracle;

/// <summary>One change to one place of a valid document.</summary>
/// <param name="Path">Path with indexes.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Value">The new value; null is JSON's null.</param>
/// <param name="IsRemoved">True when the name is taken away.</param>
/// <param name="Difference">Why the module means to judge otherwise than NIC's schema; null when both have to agree.</param>
internal sealed record Mutation(string Path, string Kind, JsonNode? Value, bool IsRemoved, string? Difference)
{
    public override string ToString() => $"{Kind} {Path} = {(IsRemoved ? "(removed)" : Value?.ToJsonString() ?? "null")}";
}
