using System.Security.Cryptography;
using System.Text;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>The certificate of a key, signed by itself, in DER (RFC 5280). Not every runtime of .NET Framework's kind has a CertificateRequest.</summary>
internal static class CertificateDer
{
    private const byte OctetStringTag = 0x04;
    private const byte PrintableTextTag = 0x13;
    private const byte TimeTag = 0x17;
    private const byte SetTag = 0x31;
    private const int SerialBytes = 16;

    private static readonly byte[] Version3 = [0xA0, 3, 0x02, 1, 2];
    private static readonly byte[] Sha256WithRsa = [RsaKeyDer.SequenceTag, 13, 0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 0x0B, 0x05, 0];
    private static readonly byte[] CommonName = [0x06, 3, 0x55, 0x04, 0x03];
    private static readonly byte[] Organization = [0x06, 3, 0x55, 0x04, 0x0A];
    private static readonly byte[] OrganizationalUnit = [0x06, 3, 0x55, 0x04, 0x0B];

    // For signatures only, and whoever doesn't know the extension must not trust the certificate.
    private static readonly byte[] KeyUsage = [0x06, 3, 0x55, 0x1D, 0x0F, 0x01, 1, 0xFF, OctetStringTag, 4, RsaKeyDer.BitStringTag, 2, 7, 0x80];

    /// <summary>Makes the certificate. It follows from the key alone, so that a key read from a state file keeps its key id.</summary>
    /// <param name="key">The key's numbers.</param>
    /// <param name="rsa">The same key, to sign with.</param>
    internal static byte[] Make(RSAParameters key, RSA rsa)
    {
        byte[] name = Sequence([.. NamePart(OrganizationalUnit, "Not the portal"), .. NamePart(Organization, "OctaEInvoice"), .. NamePart(CommonName, "NIC Sandbox")]);
        byte[] validity = Sequence([.. Text(TimeTag, "200101000000Z"), .. Text(TimeTag, "491231000000Z")]);
        byte[] extensions = RsaKeyDer.Tagged(0xA3, Sequence(Sequence(KeyUsage)));
        byte[] content = Sequence([.. Version3, .. RsaKeyDer.Integer(Serial(key)), .. Sha256WithRsa, .. name, .. validity, .. name, .. RsaKeyDer.EncodePublicKeyInfo(key), .. extensions]);
        byte[] signature = rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Sequence([.. content, .. Sha256WithRsa, .. RsaKeyDer.Tagged(RsaKeyDer.BitStringTag, [0, .. signature])]);
    }

    private static byte[] Serial(RSAParameters key)
    {
        byte[] serial = new byte[SerialBytes];
        Array.Copy(key.Modulus!, serial, serial.Length);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        return serial;
    }

    private static byte[] NamePart(byte[] type, string text) => RsaKeyDer.Tagged(SetTag, Sequence([.. type, .. Text(PrintableTextTag, text)]));

    private static byte[] Text(byte tag, string text) => RsaKeyDer.Tagged(tag, Encoding.ASCII.GetBytes(text));

    private static byte[] Sequence(byte[] content) => RsaKeyDer.Tagged(RsaKeyDer.SequenceTag, content);
}
