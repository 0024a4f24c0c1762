using System.Security.Cryptography;

namespace OctaEInvoice.Sandbox.Signing;

/// <summary>RSA keys in DER: PKCS#1 and SubjectPublicKeyInfo (RFC 8017, RFC 5280). .NET Framework can export neither.</summary>
internal static class RsaKeyDer
{
    internal const byte BitStringTag = 0x03;
    internal const byte SequenceTag = 0x30;

    private const byte IntegerTag = 0x02;

    /// <summary>The algorithm identifier rsaEncryption, 1.2.840.113549.1.1.1, with its null parameters.</summary>
    private static readonly byte[] RsaEncryption = [SequenceTag, 13, 0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 0x05, 0];

    /// <summary>The public key as SubjectPublicKeyInfo.</summary>
    internal static byte[] EncodePublicKeyInfo(RSAParameters key)
    {
        byte[] publicKey = Tagged(SequenceTag, [.. Integer(key.Modulus!), .. Integer(key.Exponent!)]);
        // A bit string begins with the number of bits its last byte lacks.
        return Tagged(SequenceTag, [.. RsaEncryption, .. Tagged(BitStringTag, [0, .. publicKey])]);
    }

    /// <summary>The private key as PKCS#1's RSAPrivateKey.</summary>
    internal static byte[] EncodePrivateKey(RSAParameters key)
    {
        byte[][] numbers = [[0], key.Modulus!, key.Exponent!, key.D!, key.P!, key.Q!, key.DP!, key.DQ!, key.InverseQ!];
        return Tagged(SequenceTag, [.. numbers.SelectMany(Integer)]);
    }

    /// <summary>Reads PKCS#1's RSAPrivateKey.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    internal static RSAParameters DecodePrivateKey(byte[] der)
    {
        int position = 0;
        int end = ReadHeader(der, ref position, SequenceTag);
        List<byte[]> numbers = [];
        while (position < end)
        {
            int next = ReadHeader(der, ref position, IntegerTag);
            numbers.Add(WithoutLeadingZeros(der, position, next));
            position = next;
        }
        if (numbers.Count != 9 || numbers[0].Length > 0)
            throw NotAKey();
        int size = numbers[1].Length;
        int half = (size + 1) / 2;
        return new RSAParameters
        {
            Modulus = numbers[1],
            Exponent = numbers[2],
            D = Padded(numbers[3], size),
            P = Padded(numbers[4], half),
            Q = Padded(numbers[5], half),
            DP = Padded(numbers[6], half),
            DQ = Padded(numbers[7], half),
            InverseQ = Padded(numbers[8], half),
        };
    }

    private static FormatException NotAKey() => new("The bytes aren't an RSA private key of PKCS#1.");

    /// <summary>An unsigned number; a leading zero keeps its highest bit from being a sign.</summary>
    internal static byte[] Integer(byte[] number)
    {
        byte[] digits = WithoutLeadingZeros(number, 0, number.Length);
        return digits.Length == 0 || digits[0] >= 0x80 ? Tagged(IntegerTag, [0, .. digits]) : Tagged(IntegerTag, digits);
    }

    /// <summary>A value of DER: its tag, the length of its content, the content.</summary>
    internal static byte[] Tagged(byte tag, byte[] content)
    {
        int length = content.Length;
        if (length < 0x80)
            return [tag, (byte)length, .. content];
        return length < 0x100
            ? [tag, 0x81, (byte)length, .. content]
            : [tag, 0x82, (byte)(length >> 8), (byte)length, .. content];
    }

    /// <summary>Passes a tag and its length.</summary>
    /// <returns>Where the content ends.</returns>
    private static int ReadHeader(byte[] der, ref int position, byte tag)
    {
        if (position + 2 > der.Length || der[position] != tag)
            throw NotAKey();
        int length = der[position + 1];
        position += 2;
        int lengthBytes = length < 0x80 ? 0 : length & 0x7F;
        if (lengthBytes > 2 || position + lengthBytes > der.Length)
            throw NotAKey();
        for (int i = 0; i < lengthBytes; i++)
            length = (i == 0 ? 0 : length << 8) | der[position++];
        return position + length <= der.Length ? position + length : throw NotAKey();
    }

    private static byte[] WithoutLeadingZeros(byte[] source, int start, int end)
    {
        while (start < end && source[start] == 0)
            start++;
        byte[] number = new byte[end - start];
        Array.Copy(source, start, number, 0, number.Length);
        return number;
    }

    /// <summary>The frameworks want each number in the full width that the modulus gives it.</summary>
    private static byte[] Padded(byte[] number, int width)
    {
        if (number.Length > width)
            throw NotAKey();
        byte[] padded = new byte[width];
        number.CopyTo(padded, width - number.Length);
        return padded;
    }
}
