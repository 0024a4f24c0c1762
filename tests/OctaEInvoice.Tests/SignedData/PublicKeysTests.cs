using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OctaEInvoice.Engine.SignedData;
using OctaEInvoice.Sandbox.Signing;

namespace OctaEInvoice.Tests.SignedData;

public sealed class PublicKeysTests
{
    [Fact]
    public void A_key_is_the_same_from_its_certificate_and_in_both_forms_of_a_public_key()
    {
        // Keys differ in whether their numbers begin with a zero in DER.
        for (int bits = 1024; bits <= 2048; bits += 256)
        {
            using RSA key = RSA.Create(bits);
            RSAParameters expected = key.ExportParameters(includePrivateParameters: false);
            foreach (string pem in new[] { key.ExportSubjectPublicKeyInfoPem(), key.ExportRSAPublicKeyPem(), "Subject: NIC\r\n" + key.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\r\n") })
            {
                using RSA read = PublicKeys.FromPem(pem);
                RSAParameters found = read.ExportParameters(includePrivateParameters: false);
                Assert.Equal(expected.Modulus, found.Modulus);
                Assert.Equal(expected.Exponent, found.Exponent);
            }
        }
        using RSA certified = PublicKeys.FromPem(SigningKey.Shared.CertificatePem);
        Assert.Equal(SigningKey.Shared.PublicKeyPem.Trim(), certified.ExportSubjectPublicKeyInfoPem().Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMIIB")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----")]
    public void What_is_no_PEM_of_a_public_key_is_told_what_it_has_to_be(string pem) =>
        Assert.StartsWith("This is no PEM text of a certificate or a public key", Refusal(pem), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_is_cut_off_is_told_so()
    {
        byte[] info = Key(rsa => rsa.ExportSubjectPublicKeyInfo()), pkcs1 = Key(rsa => rsa.ExportRSAPublicKey());
        foreach (int length in new[] { 1, 2, 3, 4, 20, 40, info.Length / 2, info.Length - 1 })
            Assert.Equal("The public key is cut off.", Refusal(PemText.Encode("PUBLIC KEY", info[..length])));
        foreach (int length in new[] { 1, 3, 7, 8, pkcs1.Length - 1 })
            Assert.Equal("The public key is cut off.", Refusal(PemText.Encode("RSA PUBLIC KEY", pkcs1[..length])));
    }

    [Fact]
    public void A_key_of_another_form_is_told_so()
    {
        byte[] info = Key(rsa => rsa.ExportSubjectPublicKeyInfo());
        Assert.Equal("The public key has not the form of an RSA key.", Refusal(PemText.Encode("RSA PUBLIC KEY", info)));
        Assert.Equal("The public key has not the form of an RSA key.", Refusal(PemText.Encode("PUBLIC KEY", [0x02, 1, 1])));
        Assert.Equal("The public key has not the form of an RSA key.", Refusal(PemText.Encode("PUBLIC KEY", [0x30, 4, 0x05, 0, 0x05, 0])));
        using ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("The public key has not the form of an RSA key.", Refusal(curve.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void A_certificate_without_an_RSA_key_is_told_so()
    {
        using ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=x", curve, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(60));
        Assert.Equal("The certificate has no RSA key.", Refusal(certificate.ExportCertificatePem()));
        Assert.StartsWith("The certificate can't be read: ", Refusal(PemText.Encode("CERTIFICATE", [1, 2, 3])), StringComparison.Ordinal);
    }

    private static byte[] Key(Func<RSA, byte[]> export)
    {
        using RSA rsa = RSA.Create(1024);
        return export(rsa);
    }

    private static string Refusal(string pem) => Assert.Throws<InvalidDataException>(() => PublicKeys.FromPem(pem)).Message;
}
