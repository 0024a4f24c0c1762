using System.Text;
using System.Text.Json.Nodes;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class StrangeValueTests : IDisposable
{
    private const string Mark = "@@@";

    private static readonly string[] Strange =
    [
        "null", "true", "1e400", "-1", "1e-30", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"A\\n\"", "\"\U0001F600\"", "[]", "{}", "[[[{}]]]", "[null]", "\"-_.~%00\"",
        "99999999999999999999999999999999",
    ];

    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Every_member_with_every_strange_value_is_answered_and_never_by_500()
    {
        List<string> bodies = [];
        foreach (string template in Templates(SampleInvoice.Node()))
            bodies.AddRange(Strange.Select(value => template.Replace("\"" + Mark + "\"", value, StringComparison.Ordinal)));
        Assert.InRange(bodies.Count, 1500, 5000);
        foreach (string[] batch in bodies.Chunk(64))
            await Task.WhenAll(batch.Select(body => session.PostAsync("generateirn?pdf=yes", body)));
        Assert.InRange(session.Server.RegisteredDocuments, 1, 40);
    }

    [Theory]
    [InlineData("{\"a\":", "OCTA-300")]
    [InlineData("[]", "OCTA-300")]
    [InlineData("", "OCTA-300")]
    [InlineData("null", "OCTA-300")]
    [InlineData("{\"\\ud800\":1}", "OCTA-300")]
    [InlineData("\uFEFF{}", "OCTA-300")]
    [InlineData("{\"Irn\":\"\",}", "OCTA-300")]
    [InlineData("{/**/}", "OCTA-300")]
    public async Task Every_endpoint_refuses_what_is_no_request(string body, string code)
    {
        foreach (string path in new[] { "generateirn", "cancelirn?gstin=29AABCT1332L000", "generateewbbyirn?gstin=29AABCT1332L000", "cancelewb?gstin=29AABCT1332L000", "generatepaymentqrcode" })
            Assert.Equal([code], SandboxSession.Codes(await session.PostAsync(path, body)));
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        string deep = new StringBuilder().Insert(0, "{\"TranDtls\":", 10_000).ToString();
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.PostAsync("generateirn", deep)));
    }

    /// <summary>The sample once for each of its members, with a mark in the member's place.</summary>
    private static List<string> Templates(JsonNode root)
    {
        List<string> templates = [];
        Walk(root);
        return templates;

        void Walk(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                foreach (JsonNode? entry in list)
                    Walk(entry);
            }
            if (node is not JsonObject owner)
                return;
            foreach (string name in owner.Select(member => member.Key).ToList())
            {
                JsonNode? value = owner[name];
                Walk(value);
                owner[name] = Mark;
                templates.Add(root.ToJsonString());
                owner[name] = value;
            }
        }
    }
}
