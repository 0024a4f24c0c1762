using System.Text;
using System.Text.Json.Nodes;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

/// <summary>The specification's sample as a request body, with single values changed.</summary>
internal static class SampleInvoice
{
    internal const string Seller = "29AABCT1332L000";

    internal static byte[] Body(Action<JsonNode>? change = null) => Encoding.UTF8.GetBytes(Node(change).ToJsonString());

    internal static byte[] Numbered(string number) => Body(document => document["DocDtls"]!["No"] = number);

    internal static JsonNode Node(Action<JsonNode>? change = null)
    {
        JsonNode node = JsonNode.Parse(File.ReadAllBytes(RepositoryFiles.TestData("generateirn-request.json")))!;
        change?.Invoke(node);
        return node;
    }
}
