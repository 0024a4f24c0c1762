using System.Reflection;

namespace OctaEInvoice.Bench.Input;

/// <summary>The specification's sample, which fills every field.</summary>
internal static class SampleDocument
{
    internal static byte[] Json()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("sample.json")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
