using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>Reads the portal's public key from PEM text of a certificate or a key, on both frameworks.</summary>
public static class PublicKeys
{
    /// <summary>The key of PEM text: CERTIFICATE, PUBLIC KEY or RSA PUBLIC KEY.</summary>
    /// <param name="pem">The text.</param>
    /// <returns>The RSA key.</returns>
    /// <exception cref="InvalidDataException">The text holds none of these, or no RSA key.</exception>
    public static RSA FromPem(string pem)
    {
        if (PemText.Decode("CERTIFICATE", pem) is byte[] certificate)
            return FromCertificate(certificate);
        try
        {
            if (PemText.Decode("RSA PUBLIC KEY", pem) is byte[] pkcs1)
                return FromIntegers(pkcs1);
            if (PemText.Decode("PUBLIC KEY", pem) is byte[] info)
                return FromInfo(info);
        }
        catch (AsnContentException fault)
        {
            throw new InvalidDataException("The public key is cut off.", fault);
        }
        throw new InvalidDataException("This is no PEM text of a certificate or a public key: it has to begin with -----BEGIN CERTIFICATE----- or -----BEGIN PUBLIC KEY-----.");
    }

    /// <summary>The key of a certificate.</summary>
    /// <param name="certificate">The certificate's bytes, DER or PEM.</param>
    /// <returns>The RSA key.</returns>
    /// <exception cref="InvalidDataException">The certificate can't be read or has no RSA key.</exception>
    public static RSA FromCertificate(byte[] certificate)
    {
        try
        {
#if NETFRAMEWORK
            using var read = new X509Certificate2(certificate);
#else
#pragma warning disable SYSLIB0057 // X509CertificateLoader came with .NET 9; the module runs on .NET 8 too.
            using var read = new X509Certificate2(certificate);
#pragma warning restore SYSLIB0057
#endif
            return read.GetRSAPublicKey() ?? throw new InvalidDataException("The certificate has no RSA key.");
        }
        catch (CryptographicException fault)
        {
            throw new InvalidDataException("The certificate can't be read: " + fault.Message, fault);
        }
    }

    private static RSA FromInfo(byte[] info)
    {
        AsnReader outer = At(new AsnReader(info, AsnEncodingRules.BER), UniversalTagNumber.Sequence).ReadSequence();
        outer.ReadEncodedValue();
        return FromIntegers(At(outer, UniversalTagNumber.BitString).ReadBitString(out _));
    }

    private static RSA FromIntegers(byte[] pkcs1)
    {
        AsnReader integers = At(new AsnReader(pkcs1, AsnEncodingRules.BER), UniversalTagNumber.Sequence).ReadSequence();
        var parameters = new RSAParameters { Modulus = Unsigned(integers), Exponent = Unsigned(integers) };
        var key = RSA.Create();
        key.ImportParameters(parameters);
        return key;
    }

    private static byte[] Unsigned(AsnReader integers)
    {
        ReadOnlyMemory<byte> integer = At(integers, UniversalTagNumber.Integer).ReadIntegerBytes();
        return (integer.Length > 1 && integer.Span[0] == 0 ? integer.Slice(1) : integer).ToArray();
    }

    /// <summary>The reader, when an element of this kind is next.</summary>
    private static AsnReader At(AsnReader reader, UniversalTagNumber kind) => reader.PeekTag().HasSameClassAndValue(new Asn1Tag(kind))
        ? reader
        : throw new InvalidDataException("The public key has not the form of an RSA key.");
}
