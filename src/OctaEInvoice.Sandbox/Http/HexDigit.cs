namespace OctaEInvoice.Sandbox.Http;

/// <summary>One hexadecimal digit of a percent escape or a chunk size.</summary>
internal static class HexDigit
{
    /// <summary>0 to 15, or -1 when the byte is no such digit.</summary>
    internal static int Value(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
