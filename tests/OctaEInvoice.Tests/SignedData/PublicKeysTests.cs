using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OctaEInvoice.Engine.SignedData;
using OctaEInvoice.Sandbox.Signing;

namespace OctaEInvoice.Tests.SignedData;

public class PublicKeysTests
{
    private static readonly RSA Own = RSA.Create(2048);

    [Fact]
    public void A_public_key_is_read() => AssertOwn(PublicKeys.FromPem(Own.ExportSubjectPublicKeyInfoPem()));

    [Fact]
    public void An_RSA_public_key_is_read() => AssertOwn(PublicKeys.FromPem(Own.ExportRSAPublicKeyPem()));

    [Fact]
    public void A_certificate_is_read_and_text_round_it_does_no_harm() =>
        AssertOwn(PublicKeys.FromPem("subject=NIC\r\n" + Certificate().ExportCertificatePem().ReplaceLineEndings("\r\n") + "\r\nissuer=NIC\r\n"));

    [Fact]
    public void A_certificates_bytes_are_read() => AssertOwn(PublicKeys.FromCertificate(Certificate().RawData));

    [Fact]
    public void A_modulus_without_a_leading_zero_is_taken_as_it_stands()
    {
        RSAParameters parameters = PublicKeys.FromPem(Own.ExportRSAPublicKeyPem()).ExportParameters(includePrivateParameters: false);
        Assert.Equal(256, parameters.Modulus!.Length);
        Assert.Equal([1, 0, 1], parameters.Exponent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("KEY")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----")]
    public void Text_that_holds_none_of_these_is_said_so(string pem) => Assert.Equal(
        "This is no PEM text of a certificate or a public key: it has to begin with -----BEGIN CERTIFICATE----- or -----BEGIN PUBLIC KEY-----.",
        Assert.Throws<InvalidDataException>(() => PublicKeys.FromPem(pem)).Message);

    [Theory]
    [InlineData("PUBLIC KEY")]
    [InlineData("RSA PUBLIC KEY")]
    public void A_key_cut_off_anywhere_is_refused_and_never_half_read(string label)
    {
        byte[] whole = label == "PUBLIC KEY" ? Own.ExportSubjectPublicKeyInfo() : Own.ExportRSAPublicKey();
        for (int length = 1; length < whole.Length - 1; length += 7)
            Assert.Throws<InvalidDataException>(() => PublicKeys.FromPem(Pem(label, whole[..length])));
    }

    [Fact]
    public void A_key_of_another_kind_is_refused()
    {
        using ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<InvalidDataException>(() => PublicKeys.FromPem(curve.ExportSubjectPublicKeyInfoPem()));
        var request = new CertificateRequest("CN=NIC", curve, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(80));
        Assert.Equal("The certificate has no RSA key.", Assert.Throws<InvalidDataException>(() => PublicKeys.FromCertificate(certificate.RawData)).Message);
    }

    [Fact]
    public void Bytes_that_are_no_certificate_are_said_so() =>
        Assert.StartsWith("The certificate can't be read: ", Assert.Throws<InvalidDataException>(() => PublicKeys.FromCertificate([1, 2, 3])).Message, StringComparison.Ordinal);

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

    private static void AssertOwn(RSA key)
    {
        using (key)
            Assert.Equal(Own.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
    }

    private static X509Certificate2 Certificate() =>
        new CertificateRequest("CN=NIC", Own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(80));

    private static string Pem(string label, byte[] bytes) => $"-----BEGIN {label}-----\n{Convert.ToBase64String(bytes)}\n-----END {label}-----";

    private static byte[] Key(Func<RSA, byte[]> export)
    {
        using RSA rsa = RSA.Create(1024);
        return export(rsa);
    }

    private static string Refusal(string pem) => Assert.Throws<InvalidDataException>(() => PublicKeys.FromPem(pem)).Message;
}
