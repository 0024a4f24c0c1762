using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>The RSA key that stands for the portal's, with a certificate of its own. Safe to sign with on many threads at once.</summary>
internal sealed class SigningKey
{
    private const int KeyBits = 2048;
    private const string PrivateKeyLabel = "RSA PRIVATE KEY";

    private static readonly Lazy<SigningKey> LazyShared = new(Create);

    private readonly RSAParameters parameters;

    // An RSA object serves one thread at a time; signers take one and put it back.
    private readonly ConcurrentBag<RSA> idle = [];

    private SigningKey(RSAParameters parameters)
    {
        this.parameters = parameters;
        RSA rsa = CreateRsa();
        using (X509Certificate2 certificate = new(CertificateDer.Make(parameters, rsa)))
        {
            KeyId = certificate.Thumbprint;
            CertificateDigest = Base64Url.Encode(certificate.GetCertHash());
            CertificatePem = PemText.Encode("CERTIFICATE", certificate.RawData);
        }
        idle.Add(rsa);
    }

    /// <summary>The key of this process, made when it is first asked for.</summary>
    public static SigningKey Shared => LazyShared.Value;

    /// <summary>The certificate's SHA-1 thumbprint in upper-case hexadecimal: the portal's kid.</summary>
    public string KeyId { get; }

    /// <summary>The same thumbprint in Base64 URL encoding: x5t.</summary>
    public string CertificateDigest { get; }

    /// <summary>The self-signed X.509 certificate as PEM.</summary>
    public string CertificatePem { get; }

    /// <summary>The public key as PEM (SubjectPublicKeyInfo), as the portal publishes its own.</summary>
    public string PublicKeyPem => PemText.Encode("PUBLIC KEY", RsaKeyDer.EncodePublicKeyInfo(parameters));

    /// <summary>Makes a new key of 2048 bits.</summary>
    /// <returns>The key.</returns>
    public static SigningKey Create()
    {
#if NETFRAMEWORK
        // Mono's RSA.Create does not heed the size that it is given.
        using RSA rsa = new RSACryptoServiceProvider(KeyBits);
#else
        using RSA rsa = RSA.Create(KeyBits);
#endif
        return new SigningKey(rsa.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>Reads a key as <see cref="ToPem"/> wrote it.</summary>
    /// <param name="pem">PEM of PKCS#1, labelled RSA PRIVATE KEY.</param>
    /// <returns>The key, with the certificate and key id that it had.</returns>
    /// <exception cref="FormatException">The text holds no such key.</exception>
    /// <exception cref="CryptographicException">The key's numbers don't belong together.</exception>
    public static SigningKey FromPem(string pem) => new(RsaKeyDer.DecodePrivateKey(
        PemText.Decode(PrivateKeyLabel, pem) ?? throw new FormatException($"The text holds no PEM block labelled {PrivateKeyLabel}.")));

    /// <summary>The private key, unencrypted, for a sandbox's state file.</summary>
    /// <returns>PEM of PKCS#1, labelled RSA PRIVATE KEY.</returns>
    public string ToPem() => PemText.Encode(PrivateKeyLabel, RsaKeyDer.EncodePrivateKey(parameters));

    /// <summary>Signs by RS256: RSA of PKCS#1 v1.5 over SHA-256.</summary>
    /// <param name="data">What is signed.</param>
    /// <returns>The signature, 256 bytes.</returns>
    public byte[] Sign(byte[] data)
    {
        if (!idle.TryTake(out RSA? rsa))
            rsa = CreateRsa();
        byte[] signature = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return signature;
    }

    private RSA CreateRsa()
    {
        RSA rsa = RSA.Create();
        rsa.ImportParameters(parameters);
        return rsa;
    }
}
