namespace OctaEInvoice.Engine.SignedData;

/// <summary>Reads the few DER elements that a public key consists of; .NET Framework has no reader of its own.</summary>
internal sealed class DerReader(byte[] bytes)
{
    private int position;

    /// <summary>A reader of the contents of the next element.</summary>
    internal DerReader Enter(byte tag) => new(Value(tag));

    /// <summary>The contents of the next element, which has to have this tag.</summary>
    internal byte[] Value(byte tag)
    {
        if (bytes[position] != tag)
            throw new InvalidDataException("The public key has not the form of an RSA key.");
        return Next();
    }

    /// <summary>Passes over the next element.</summary>
    internal void Skip() => Next();

    private byte[] Next()
    {
        position++;
        int length = bytes[position++];
        if (length > 0x80)
        {
            int count = length - 0x80;
            length = 0;
            for (int i = 0; i < count; i++)
                length = (length << 8) | bytes[position++];
        }
        if (length < 0 || length > bytes.Length - position)
            throw new InvalidDataException("The public key is cut off.");
        byte[] value = new byte[length];
        Array.Copy(bytes, position, value, 0, length);
        position += length;
        return value;
    }
}
