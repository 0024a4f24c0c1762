using System.Text;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>The key that clients log in with: HTTP Basic (octa-api.txt, Authentication).</summary>
internal sealed class Login(string keyId, string keySecret)
{
    private const string Scheme = "Basic ";

    private readonly byte[] expected = Encoding.UTF8.GetBytes(keyId + ":" + keySecret);

    internal string KeyId { get; } = keyId;

    internal string KeySecret { get; } = keySecret;

    /// <summary>True when the Authorization header holds this key.</summary>
    internal bool Accepts(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        try
        {
            byte[] given = Convert.FromBase64String(authorization.Substring(Scheme.Length).Trim());
            return given.AsSpan().SequenceEqual(expected);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
