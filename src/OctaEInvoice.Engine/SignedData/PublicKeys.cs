using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OctaEInvoice.Engine.SignedData;

/// <summary>Reads the portal's public key from PEM text of a certificate or a key, on both frameworks.</summary>
public static class PublicKeys
{
    private const byte Sequence = 0x30;
    private const byte Integer = 0x02;
    private const byte BitString = 0x03;

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
                return FromIntegers(new DerReader(pkcs1).Enter(Sequence));
            if (PemText.Decode("PUBLIC KEY", pem) is byte[] info)
                return FromInfo(info);
        }
        catch (IndexOutOfRangeException)
        {
            throw new InvalidDataException("The public key is cut off.");
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
        DerReader outer = new DerReader(info).Enter(Sequence);
        outer.Skip();
        byte[] bits = outer.Value(BitString);
        // The first byte of a bit string counts its unused bits, of which there are none.
        byte[] key = new byte[bits.Length - 1];
        Array.Copy(bits, 1, key, 0, key.Length);
        return FromIntegers(new DerReader(key).Enter(Sequence));
    }

    private static RSA FromIntegers(DerReader integers)
    {
        var key = RSA.Create();
        key.ImportParameters(new RSAParameters { Modulus = Unsigned(integers.Value(Integer)), Exponent = Unsigned(integers.Value(Integer)) });
        return key;
    }

    private static byte[] Unsigned(byte[] integer)
    {
        if (integer.Length < 2 || integer[0] != 0)
            return integer;
        byte[] shorter = new byte[integer.Length - 1];
        Array.Copy(integer, 1, shorter, 0, shorter.Length);
        return shorter;
    }
}
