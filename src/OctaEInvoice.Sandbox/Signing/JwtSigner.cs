using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>Makes SignedInvoice and SignedQRCode as the portal does: a JWT whose payload holds the data as JSON text within JSON (nic-rules 2.4).</summary>
internal sealed class JwtSigner
{
    /// <summary>What NIC's own sandbox names itself in the payload.</summary>
    public const string SandboxIssuer = "NIC Sandbox";

    private readonly SigningKey key;
    private readonly string headerAndDot;
    private readonly byte[] payloadEnd;

    /// <summary>A signer with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="issuer">The payload's iss.</param>
    public JwtSigner(SigningKey key, string issuer = SandboxIssuer)
    {
        this.key = key;
        string header = $$"""{"alg":"RS256","kid":"{{key.KeyId}}","typ":"JWT","x5t":"{{key.CertificateDigest}}"}""";
        headerAndDot = Base64Url.Encode(Encoding.ASCII.GetBytes(header)) + ".";
        payloadEnd = [.. "\",\"iss\":\""u8, .. Escape(Encoding.UTF8.GetBytes(issuer)), .. "\"}"u8];
    }

    /// <summary>Signs one JSON document.</summary>
    /// <param name="dataJson">The document, UTF-8; it becomes the payload's data as text, byte for byte.</param>
    /// <returns>Header, payload and signature in Base64 URL encoding, joined by dots.</returns>
    public string Sign(ReadOnlySpan<byte> dataJson)
    {
        byte[] payload = [.. "{\"data\":\""u8, .. Escape(dataJson), .. payloadEnd];
        string signed = headerAndDot + Base64Url.Encode(payload);
        return signed + "." + Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    private static ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> utf8) =>
        JsonEncodedText.Encode(utf8, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
}
