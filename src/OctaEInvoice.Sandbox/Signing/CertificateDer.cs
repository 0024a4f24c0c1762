using System.Formats.Asn1;
using System.Security.Cryptography;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>The certificate of a key, signed by itself, in DER (RFC 5280). Not every runtime of .NET Framework's kind has a CertificateRequest.</summary>
internal static class CertificateDer
{
    private const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    private const string KeyUsage = "2.5.29.15";
    private const int Version3 = 2;
    private const int LastYearOfTwoDigits = 2049;
    private const int SerialBytes = 16;

    private static readonly DateTimeOffset ValidFrom = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ValidUntil = new(2049, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Type, string Text)[] Name = [("2.5.4.11", "Not the portal"), ("2.5.4.10", "OctaEInvoice"), ("2.5.4.3", "NIC Sandbox")];

    /// <summary>Makes the certificate. It follows from the key alone, so that a key read from a state file keeps its key id.</summary>
    /// <param name="key">The key's numbers.</param>
    /// <param name="rsa">The same key, to sign with.</param>
    internal static byte[] Make(RSAParameters key, RSA rsa)
    {
        byte[] content = Content(key);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(content);
            WriteAlgorithm(writer);
            writer.WriteBitString(rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        return writer.Encode();
    }

    private static byte[] Content(RSAParameters key)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                writer.WriteInteger(Version3);
            writer.WriteIntegerUnsigned(Serial(key));
            WriteAlgorithm(writer);
            WriteName(writer);
            using (writer.PushSequence())
            {
                writer.WriteUtcTime(ValidFrom, LastYearOfTwoDigits);
                writer.WriteUtcTime(ValidUntil, LastYearOfTwoDigits);
            }
            WriteName(writer);
            writer.WriteEncodedValue(RsaKeyDer.EncodePublicKeyInfo(key));
            WriteExtensions(writer);
        }
        return writer.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Sha256WithRsa);
            writer.WriteNull();
        }
    }

    private static void WriteName(AsnWriter writer)
    {
        using (writer.PushSequence())
            foreach ((string type, string text) in Name)
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(type);
                    writer.WriteCharacterString(UniversalTagNumber.PrintableString, text);
                }
    }

    // For signatures only, and whoever doesn't know the extension must not trust the certificate.
    private static void WriteExtensions(AsnWriter writer)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(KeyUsage);
            writer.WriteBoolean(true);
            using (writer.PushOctetString())
                writer.WriteBitString([0x80], unusedBitCount: 7);
        }
    }

    private static byte[] Serial(RSAParameters key)
    {
        byte[] serial = new byte[SerialBytes];
        Array.Copy(key.Modulus!, serial, serial.Length);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        return serial;
    }
}
