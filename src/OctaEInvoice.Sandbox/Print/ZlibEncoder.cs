using System.IO.Compression;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>Deflate in the zlib envelope (RFC 1950) that PDF asks for; .NET Framework has deflate without the envelope only.</summary>
internal static class ZlibEncoder
{
    private const uint AdlerModulus = 65521;

    /// <summary>How many bytes can be added before the sums must be reduced.</summary>
    private const int AdlerRun = 5552;

    /// <summary>The compressed bytes in their envelope.</summary>
    internal static byte[] Encode(byte[] data)
    {
        using MemoryStream output = new();
        output.Write([0x78, 0x9C], 0, 2);
        using (DeflateStream deflate = new(output, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data, 0, data.Length);
        uint sum = Adler32(data);
        output.Write([(byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum], 0, 4);
        return output.ToArray();
    }

    private static uint Adler32(byte[] data)
    {
        uint low = 1, high = 0;
        for (int start = 0; start < data.Length; start += AdlerRun)
        {
            int end = Math.Min(start + AdlerRun, data.Length);
            for (int i = start; i < end; i++)
            {
                low += data[i];
                high += low;
            }
            low %= AdlerModulus;
            high %= AdlerModulus;
        }
        return high << 16 | low;
    }
}
