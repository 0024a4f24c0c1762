using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>A JWT of the portal taken apart: header, issuer and the data, which is JSON inside JSON (nic-rules 2.4).</summary>
internal sealed class SignedToken
{
    private SignedToken(string header, string? issuer, string? keyId, string data)
    {
        HeaderJson = header;
        Issuer = issuer;
        KeyId = keyId;
        DataJson = data;
    }

    /// <summary>The header's JSON.</summary>
    public string HeaderJson { get; }

    /// <summary>Who signed: NIC, or NIC Sandbox.</summary>
    public string? Issuer { get; }

    /// <summary>Id of the signing key (kid).</summary>
    public string? KeyId { get; }

    /// <summary>The signed data's JSON.</summary>
    public string DataJson { get; }

    /// <summary>Takes a token apart. The signature is not looked at.</summary>
    /// <param name="token">Three parts of URL-safe Base64 with dots between.</param>
    /// <param name="decoded">The parts.</param>
    /// <param name="reason">Why it could not be decoded, as a sentence; null on success.</param>
    /// <returns>True when it was decoded.</returns>
    public static bool TryDecode(string? token, out SignedToken? decoded, out string? reason)
    {
        decoded = null;
        string[] parts = (token ?? "").Trim().Split('.');
        if (parts.Length != 3)
        {
            reason = $"A signed text has three parts with dots between; this has {parts.Length}.";
            return false;
        }
        if (Base64.Decode(parts[0]) is not byte[] header || Base64.Decode(parts[1]) is not byte[] payload)
        {
            reason = "A part of the signed text is no Base64: it was cut or changed.";
            return false;
        }
        try
        {
            decoded = Read(header, payload);
            reason = null;
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            reason = "The signed text holds no JSON as the portal writes it: it was cut or changed.";
            return false;
        }
    }

    private static SignedToken Read(byte[] header, byte[] payload)
    {
        using JsonDocument head = JsonDocument.Parse(header);
        using JsonDocument body = JsonDocument.Parse(payload);
        JsonElement data = body.RootElement.GetProperty("data");
        string json = data.ValueKind == JsonValueKind.String ? data.GetString()! : data.GetRawText();
        return new SignedToken(head.RootElement.GetRawText(), TextOf(body.RootElement, "iss"), TextOf(head.RootElement, "kid"), json);
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
