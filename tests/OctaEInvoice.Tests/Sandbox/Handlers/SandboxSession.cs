using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

/// <summary>A sandbox of its own with a clock that tests move, the module's client, and a bare HTTP client.</summary>
internal sealed class SandboxSession : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { UseProxy = false });

    internal SandboxSession(SandboxOptions? options = null)
    {
        Clock = options?.Clock as MovableClock ?? MovableClock.Start();
        Server = SandboxServer.Start(options ?? new SandboxOptions { Clock = Clock });
        Client = new OctaClient(new ClientSettings
        {
            BaseUri = Server.BaseUri,
            Credential = new NetworkCredential(Server.KeyId, Server.KeySecret),
            ConnectionLimit = 64,
        });
        http.BaseAddress = new Uri(Server.BaseUri, "api/einvoice/");
        http.DefaultRequestHeaders.Authorization = Basic(Server.KeyId, Server.KeySecret);
    }

    internal MovableClock Clock { get; }

    internal SandboxServer Server { get; }

    internal OctaClient Client { get; }

    internal HttpClient Http => http;

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
        Server.Dispose();
    }

    internal static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(id + ":" + secret)));

    /// <summary>Registers the specification's sample, without its e-way bill unless asked for.</summary>
    internal async Task<IrnResult> RegisterAsync(string number = "MAHI/10", bool withEwb = false)
    {
        byte[] body = SampleInvoice.Body(document =>
        {
            document["DocDtls"]!["No"] = number;
            // The sample's goods stay within one PIN code, so that they could travel 100 km only.
            document.AsObject().Remove("DispDtls");
            document.AsObject().Remove("ShipDtls");
            if (!withEwb)
                document.AsObject().Remove("EwbDtls");
        });
        ServerAnswer<IrnResult> answer = await Client.GenerateIrnAsync(body, ImageRequest.None, default);
        Assert.Equal(AnswerKind.Success, answer.Kind);
        return answer.Value!;
    }

    internal Task<JsonElement> PostAsync(string pathAndQuery, string body) => PostAsync(pathAndQuery, Encoding.UTF8.GetBytes(body));

    internal async Task<JsonElement> PostAsync(string pathAndQuery, byte[] body)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await http.PostAsync(pathAndQuery, content);
        return await JsonAsync(response);
    }

    internal async Task<JsonElement> GetAsync(string pathAndQuery)
    {
        using HttpResponseMessage response = await http.GetAsync(pathAndQuery);
        return await JsonAsync(response);
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        Assert.Equal(["1"], response.Headers.GetValues("Octa-Sandbox"));
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    internal static string[] Codes(JsonElement answer)
    {
        Assert.False(answer.GetProperty("Success").GetBoolean());
        return [.. answer.GetProperty("Errors").EnumerateArray().Select(error => error.GetProperty("Code").GetString()!)];
    }

    internal static string[] Messages(JsonElement answer) =>
        [.. answer.GetProperty("Errors").EnumerateArray().Select(error => error.GetProperty("Message").GetString()!)];
}
