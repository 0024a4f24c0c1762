using System.Text.Json;
using OctaEInvoice.Sandbox.Signing;

namespace OctaEInvoice.Sandbox.State;

/// <summary>First line of a state file: what makes a restarted sandbox the same to its clients.</summary>
/// <param name="KeyId">Key Id that clients send.</param>
/// <param name="KeySecret">Key Secret that clients send.</param>
/// <param name="SigningKey">Key of the signatures.</param>
internal sealed record StateHeader(string KeyId, string KeySecret, SigningKey SigningKey)
{
    private const string Mark = "OctaSandbox";
    private const int Version = 1;

    /// <summary>What every state file begins with.</summary>
    internal static readonly byte[] FirstBytes = [.. "{\"OctaSandbox\":1,"u8];

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber(Mark, Version);
        writer.WriteString(nameof(KeyId), KeyId);
        writer.WriteString(nameof(KeySecret), KeySecret);
        writer.WriteString(nameof(SigningKey), SigningKey.ToPem());
    }

    /// <summary>Reads a first line.</summary>
    /// <exception cref="FormatException">The line is something else.</exception>
    internal static StateHeader Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty(Mark, out JsonElement version) || version.GetInt32() != Version)
            throw new FormatException("The first line isn't that of a sandbox's state file.");
        return new StateHeader(
            line.GetProperty(nameof(KeyId)).GetString()!,
            line.GetProperty(nameof(KeySecret)).GetString()!,
            SigningKey.FromPem(line.GetProperty(nameof(SigningKey)).GetString()!));
    }
}
