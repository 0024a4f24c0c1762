using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Chaos;

/// <summary>The specification's sample under as many numbers as wanted.</summary>
internal static class ChaosDocuments
{
    private static readonly string Sample = Read();

    internal static string Number(string prefix, int index) => prefix + index.ToString(CultureInfo.InvariantCulture);

    internal static InvoiceDraft Draft(string number, Action<JsonNode>? change = null)
    {
        JsonNode node = JsonNode.Parse(Sample)!;
        node["DocDtls"]!["No"] = number;
        change?.Invoke(node);
        return new InvoiceIntake().AddJson(Encoding.UTF8.GetBytes(node.ToJsonString()))[0];
    }

    private static string Read()
    {
        using Stream stream = typeof(ChaosDocuments).Assembly.GetManifestResourceStream("sample.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
