using System.Text.Json;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>Reads the body of a request in its exact wire form.</summary>
internal static class BodyReader
{
    /// <summary>NIC takes at most 2 MB.</summary>
    internal const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="schema">What may be in it.</param>
    /// <param name="checker">Takes what is wrong.</param>
    /// <param name="json">The JSON, to be disposed of; null when there is none.</param>
    /// <returns>The refusal; null when the body has the right form.</returns>
    internal static SandboxAnswer? Read(ReadOnlyMemory<byte> body, WireNode schema, WireChecker checker, out JsonDocument? json)
    {
        json = null;
        if (body.Length > MaxBytes)
            return SandboxAnswer.BadRequest(Codes.Invalid($"The request has {body.Length} bytes; at most {MaxBytes} are allowed."), Codes.Of("5002"));
        try
        {
            json = JsonDocument.Parse(body);
            checker.CheckObject(schema, json.RootElement, "");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text with half a surrogate pair.
            return SandboxAnswer.BadRequest(Codes.Invalid($"The request is no JSON: {fault.Message}"));
        }
        return checker.Errors.Count == 0 ? null : SandboxAnswer.BadRequest([.. checker.Errors]);
    }
}
