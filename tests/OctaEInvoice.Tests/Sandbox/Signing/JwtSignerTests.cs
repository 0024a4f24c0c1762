using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Sandbox.Signing;
using Base64Url = System.Buffers.Text.Base64Url;

namespace OctaEInvoice.Tests.Sandbox.Signing;

public sealed class JwtSignerTests
{
    /// <summary>The data of a SignedQRCode, with text that JSON within JSON must carry unharmed.</summary>
    private const string QrData =
        """{"SellerGstin":"29AABCT1332L000","BuyerGstin":"29AWGPV7107B1Z1","DocNo":"MAHI/10","DocTyp":"INV","DocDt":"08/08/2020","TotInvVal":12908,"ItemCnt":1,"MainHsnCode":"1001","Irn":"35054cc2","Note":"नमस्ते ₹ \"+\" \\ \t <&>"}""";

    private static readonly JwtSigner Signer = new(SigningKey.Shared);

    [Fact]
    public void The_header_names_algorithm_key_and_certificate()
    {
        string header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Sign(QrData).Split('.')[0]));
        Assert.Equal($$"""{"alg":"RS256","kid":"{{SigningKey.Shared.KeyId}}","typ":"JWT","x5t":"{{SigningKey.Shared.CertificateDigest}}"}""", header);
    }

    [Fact]
    public void The_payload_holds_the_data_as_text_and_the_issuer()
    {
        byte[] payload = Base64Url.DecodeFromChars(Sign(QrData).Split('.')[1]);
        using JsonDocument parsed = JsonDocument.Parse(payload);
        Assert.Equal(["data", "iss"], parsed.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(QrData, parsed.RootElement.GetProperty("data").GetString());
        Assert.Equal("NIC Sandbox", parsed.RootElement.GetProperty("iss").GetString());
        Assert.StartsWith("""{"data":"{\"SellerGstin\":\"29AABCT1332L000\",""", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(QrData)]
    public void The_signature_holds_with_the_published_key_and_the_certificate(string data)
    {
        string token = Sign(data);
        using RSA published = RSA.Create();
        published.ImportFromPem(SigningKey.Shared.PublicKeyPem);
        Assert.True(Verify(published, token));
        Skip.If(Mono.IsHere, Mono.ReadsNoKeys);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(SigningKey.Shared.CertificatePem);
        using RSA certified = certificate.GetRSAPublicKey()!;
        Assert.True(Verify(certified, token));
        Assert.Equal(2048 / 8, certified.ExportParameters(includePrivateParameters: false).Modulus!.Length);
    }

    [Fact]
    public void The_signature_fails_for_changed_data_and_for_another_key()
    {
        string[] parts = Sign(QrData).Split('.');
        using RSA published = RSA.Create();
        published.ImportFromPem(SigningKey.Shared.PublicKeyPem);
        char changed = parts[1][20] == 'A' ? 'B' : 'A';
        Assert.False(Verify(published, $"{parts[0]}.{parts[1][..20]}{changed}{parts[1][21..]}.{parts[2]}"));
        using RSA other = RSA.Create();
        other.ImportFromPem(SigningKey.Create().PublicKeyPem);
        Assert.False(Verify(other, string.Join(".", parts)));
    }

    [Fact]
    public void Many_threads_sign_at_once()
    {
        using RSA published = RSA.Create();
        published.ImportFromPem(SigningKey.Shared.PublicKeyPem);
        ConcurrentDictionary<int, string> tokens = new();
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => tokens[i] = Sign($"{{\"n\":{i}}}"));
        foreach ((int i, string token) in tokens)
        {
            Assert.True(Verify(published, token));
            // RSA of PKCS#1 v1.5 has no chance in it: the same data gives the same token.
            Assert.Equal(Sign($"{{\"n\":{i}}}"), token);
        }
    }

    [SkippableFact]
    public void OpenSSL_verifies_the_signature()
    {
        ExternalTool openssl = ExternalTool.Require("openssl");
        string token = Sign(QrData);
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string key = Path.Combine(folder, "key.pem"), data = Path.Combine(folder, "data"), signature = Path.Combine(folder, "signature");
            File.WriteAllText(key, SigningKey.Shared.PublicKeyPem);
            File.WriteAllText(data, token[..token.LastIndexOf('.')]);
            File.WriteAllBytes(signature, Base64Url.DecodeFromChars(token.Split('.')[2]));
            Assert.Equal("Verified OK", openssl.Run("dgst", "-sha256", "-verify", key, "-signature", signature, data).Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Sign(string data) => Signer.Sign(Encoding.UTF8.GetBytes(data));

    private static bool Verify(RSA key, string token)
    {
        int dot = token.LastIndexOf('.');
        byte[] signature = Base64Url.DecodeFromChars(token.AsSpan(dot + 1));
        return key.VerifyData(Encoding.ASCII.GetBytes(token[..dot]), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
