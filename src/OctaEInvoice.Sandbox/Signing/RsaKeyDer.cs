using System.Formats.Asn1;
using System.Security.Cryptography;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>RSA keys in DER: PKCS#1 and SubjectPublicKeyInfo (RFC 8017, RFC 5280). .NET Framework can export neither.</summary>
internal static class RsaKeyDer
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>The public key as SubjectPublicKeyInfo.</summary>
    internal static byte[] EncodePublicKeyInfo(RSAParameters key)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(RsaEncryption);
                writer.WriteNull();
            }
            writer.WriteBitString(EncodeNumbers(key.Modulus!, key.Exponent!));
        }
        return writer.Encode();
    }

    /// <summary>The private key as PKCS#1's RSAPrivateKey.</summary>
    internal static byte[] EncodePrivateKey(RSAParameters key) =>
        EncodeNumbers([0], key.Modulus!, key.Exponent!, key.D!, key.P!, key.Q!, key.DP!, key.DQ!, key.InverseQ!);

    /// <summary>Reads PKCS#1's RSAPrivateKey.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    internal static RSAParameters DecodePrivateKey(byte[] der)
    {
        try
        {
            AsnReader key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            if (!key.TryReadInt32(out int version) || version != 0)
                throw NotAKey(null);
            byte[] modulus = Number(key, 0);
            int half = (modulus.Length + 1) / 2;
            RSAParameters parameters = new()
            {
                Modulus = modulus,
                Exponent = Number(key, 0),
                D = Number(key, modulus.Length),
                P = Number(key, half),
                Q = Number(key, half),
                DP = Number(key, half),
                DQ = Number(key, half),
                InverseQ = Number(key, half),
            };
            key.ThrowIfNotEmpty();
            return parameters;
        }
        catch (AsnContentException fault)
        {
            throw NotAKey(fault);
        }
    }

    private static FormatException NotAKey(Exception? fault) => new("The bytes aren't an RSA private key of PKCS#1.", fault);

    private static byte[] EncodeNumbers(params byte[][] numbers)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (byte[] number in numbers)
                writer.WriteIntegerUnsigned(WithoutLeadingZeros(number).Span);
        }
        return writer.Encode();
    }

    /// <summary>The next number; the frameworks want most in the full width that the modulus gives them.</summary>
    private static byte[] Number(AsnReader key, int width)
    {
        ReadOnlyMemory<byte> number = WithoutLeadingZeros(key.ReadIntegerBytes());
        if (width > 0 && number.Length > width)
            throw NotAKey(null);
        byte[] padded = new byte[Math.Max(width, number.Length)];
        number.CopyTo(padded.AsMemory(padded.Length - number.Length));
        return padded;
    }

    private static ReadOnlyMemory<byte> WithoutLeadingZeros(ReadOnlyMemory<byte> number)
    {
        while (number.Length > 1 && number.Span[0] == 0)
            number = number.Slice(1);
        return number;
    }
}
