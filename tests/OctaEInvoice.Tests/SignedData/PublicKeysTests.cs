using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OctaEInvoice.Engine.SignedData;

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

    private static void AssertOwn(RSA key)
    {
        using (key)
            Assert.Equal(Own.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
    }

    private static X509Certificate2 Certificate() =>
        new CertificateRequest("CN=NIC", Own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(80));

    private static string Pem(string label, byte[] bytes) => $"-----BEGIN {label}-----\n{Convert.ToBase64String(bytes)}\n-----END {label}-----";
}
