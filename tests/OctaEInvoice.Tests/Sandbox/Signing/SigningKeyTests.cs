using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OctaEInvoice.Engine.SignedData;
using OctaEInvoice.Sandbox.Signing;

namespace OctaEInvoice.Tests.Sandbox.Signing;

public sealed class SigningKeyTests
{
    [Fact]
    public void The_key_id_is_the_certificates_thumbprint_in_both_spellings()
    {
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(SigningKey.Shared.CertificatePem);
        byte[] thumbprint = certificate.GetCertHash();
        Assert.Equal(Convert.ToHexString(thumbprint), SigningKey.Shared.KeyId);
        Assert.Equal(System.Buffers.Text.Base64Url.EncodeToString(thumbprint), SigningKey.Shared.CertificateDigest);
        Assert.Equal(27, SigningKey.Shared.CertificateDigest.Length);
        Assert.Equal("CN=NIC Sandbox, O=OctaEInvoice, OU=Not the portal", certificate.Subject);
        Assert.Equal(certificate.Subject, certificate.Issuer);
    }

    [Fact]
    public void A_key_saved_and_read_again_is_the_same_key_with_the_same_certificate()
    {
        SigningKey key = SigningKey.Create();
        SigningKey read = SigningKey.FromPem(key.ToPem());
        Assert.Equal(key.KeyId, read.KeyId);
        Assert.Equal(key.CertificatePem, read.CertificatePem);
        Assert.Equal(key.PublicKeyPem, read.PublicKeyPem);
        Assert.Equal(key.ToPem(), read.ToPem());
        Assert.Equal(key.Sign([1, 2, 3]), read.Sign([1, 2, 3]));
        Assert.NotEqual(SigningKey.Shared.KeyId, key.KeyId);
    }

    [SkippableFact]
    public void The_certificate_is_the_one_that_the_framework_would_make()
    {
        Skip.If(Mono.IsHere, Mono.HasNoCertificateRequest);
        for (int i = 0; i < 5; i++)
        {
            using RSA rsa = RSA.Create(2048);
            Assert.Equal(CertificateOfFramework(rsa), CertificateDer.Make(rsa.ExportParameters(includePrivateParameters: true), rsa));
        }
    }

    [SkippableFact]
    public void The_encodings_are_those_of_the_framework()
    {
        // Keys differ in which of their numbers have a leading zero or a high first bit.
        for (int i = 0; i < 10; i++)
        {
            using RSA rsa = RSA.Create(1024);
            RSAParameters numbers = rsa.ExportParameters(includePrivateParameters: true);
            Assert.Equal(rsa.ExportSubjectPublicKeyInfo(), RsaKeyDer.EncodePublicKeyInfo(numbers));
            Assert.Equal(rsa.ExportRSAPrivateKey(), RsaKeyDer.EncodePrivateKey(numbers));
            RSAParameters read = RsaKeyDer.DecodePrivateKey(rsa.ExportRSAPrivateKey());
            Assert.Equal([numbers.D!, numbers.P!, numbers.InverseQ!], [read.D!, read.P!, read.InverseQ!]);
            Assert.Equal([numbers.Modulus!, numbers.Exponent!, numbers.Q!, numbers.DP!, numbers.DQ!], [read.Modulus!, read.Exponent!, read.Q!, read.DP!, read.DQ!]);
        }
    }

    [Fact]
    public void PEM_is_written_as_the_framework_writes_it()
    {
        byte[] der = Encoding.ASCII.GetBytes(new string('x', 100));
        Assert.Equal(PemEncoding.WriteString("PUBLIC KEY", der) + "\n", PemText.Encode("PUBLIC KEY", der));
        Assert.Equal(der, PemText.Decode("PUBLIC KEY", "comment\r\n" + PemText.Encode("PUBLIC KEY", der).Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n!\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMAYCAQACAQE=\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIQAAAAA\n-----END RSA PRIVATE KEY-----")]
    public void What_is_no_key_is_refused_as_a_wrong_format(string pem) =>
        Assert.Throws<FormatException>(() => SigningKey.FromPem(pem));

    [SkippableFact]
    public void OpenSSL_reads_the_keys_and_the_certificate()
    {
        ExternalTool openssl = ExternalTool.Require("openssl");
        SigningKey key = SigningKey.Shared;
        string checkedKey = openssl.RunOn(Encoding.ASCII.GetBytes(key.ToPem()), ".pem", "rsa", "-check", "-noout", "-in", "{file}");
        Assert.Equal("RSA key ok", checkedKey.Trim());
        string publicKey = openssl.RunOn(Encoding.ASCII.GetBytes(key.CertificatePem), ".pem", "x509", "-noout", "-pubkey", "-in", "{file}");
        Assert.Equal(key.PublicKeyPem.Trim(), publicKey.Trim());
        string fingerprint = openssl.RunOn(Encoding.ASCII.GetBytes(key.CertificatePem), ".pem", "x509", "-noout", "-fingerprint", "-sha1", "-in", "{file}");
        Assert.Equal(key.KeyId, fingerprint.Split('=')[1].Trim().Replace(":", "", StringComparison.Ordinal));
    }

    private static byte[] CertificateOfFramework(RSA rsa)
    {
        var name = new X500DistinguishedName("CN=NIC Sandbox, O=OctaEInvoice, OU=Not the portal");
        var request = new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        byte[] serial = rsa.ExportParameters(includePrivateParameters: false).Modulus![..16];
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        using X509Certificate2 certificate = request.Create(
            name,
            X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2049, 12, 31, 0, 0, 0, TimeSpan.Zero),
            serial);
        return certificate.RawData;
    }
}
