using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Client;

public class TransportTests
{
    private const string Success = "{\"Success\":true,\"Gstin\":\"29AABCT1332L000\",\"Status\":\"ACT\"}";
    private static readonly NetworkCredential Key = new("key-id", "canary-secret");
    private static readonly string Header = Convert.ToBase64String(Encoding.UTF8.GetBytes("key-id:canary-secret"));

    [Fact]
    public async Task Names_itself_with_its_version_and_sends_the_key_as_Basic()
    {
        using var server = new WireServer(_ => Ok(Success));
        ServerAnswer<GstinInfo> answer = await Ask(server.BaseUri);
        Assert.Equal(AnswerKind.Success, answer.Kind);
        string version = typeof(OctaClient).Assembly.GetName().Version!.ToString(3);
        string head = Assert.Single(server.Heads);
        Assert.Contains($"User-Agent: OctaEInvoice/{version}\r\n", head, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Basic {Header}\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Expect", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Follows_no_redirect(int status)
    {
        using var elsewhere = new WireServer(_ => Ok(Success));
        using var server = new WireServer(_ => $"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.BaseUri}take?key=1\r\nContent-Length: 0\r\n\r\n");
        ServerAnswer<GstinInfo> answer = await Ask(server.BaseUri);
        Assert.Equal(AnswerKind.Unclear, answer.Kind);
        Assert.Equal($"HTTP {status}: the server sends the caller on to 127.0.0.1, and redirects are not followed. Check the base address.", answer.Detail);
        Assert.Single(server.Heads);
        Assert.Empty(elsewhere.Heads);
    }

    [SkippableFact]
    public async Task Refuses_a_certificate_that_nobody_vouches_for_on_this_machine_too()
    {
        Skip.If(Mono.IsHere, Mono.HasNoCertificateRequest);
        using X509Certificate2 certificate = SelfSigned();
        using var server = new WireServer(_ => Ok(Success), certificate);
        ServerAnswer<GstinInfo> answer = await Ask(server.BaseUri);
        Assert.Equal(AnswerKind.NotSent, answer.Kind);
        Assert.StartsWith("The server's certificate was not accepted", answer.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Heads);
    }

    [Fact]
    public void Takes_TLS_of_1_2_or_later_and_has_nothing_that_skips_the_check()
    {
#if NETFRAMEWORK
        using var handler = (HttpClientHandler)HandlerFactory.Create(new ClientSettings { Credential = Key });
        Assert.Equal(System.Security.Authentication.SslProtocols.Tls12, handler.SslProtocols);
        Assert.False(handler.ServerCertificateCustomValidationCallback(null!, null!, null!, System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.True(handler.ServerCertificateCustomValidationCallback(null!, null!, null!, System.Net.Security.SslPolicyErrors.None));
#else
        using var handler = (SocketsHttpHandler)HandlerFactory.Create(new ClientSettings { Credential = Key });
#pragma warning disable CA5398 // What is asserted is that no older one is in the list.
        Assert.Equal(System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
#pragma warning restore CA5398
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
#endif
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }

    [Theory]
    [InlineData("http://octa.example.com/", "https only")]
    [InlineData("http://10.0.0.1/", "https only")]
    [InlineData("ftp://octa.example.com/", "https only")]
    [InlineData("octa.example.com", "not complete")]
    [InlineData("https://me:hidden@octa.example.com/", "user in it")]
    [InlineData("https://octa.example.com/?key=1", "query")]
    public void Refuses_an_address_that_the_key_must_not_travel_to(string address, string reason)
    {
        var fault = Assert.Throws<ArgumentException>(() => new OctaClient(new ClientSettings { Credential = Key, BaseUri = new Uri(address, UriKind.RelativeOrAbsolute) }));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("https://octa.example.com")]
    public void Takes_https_and_this_machine(string address) => Assert.EndsWith("/", ServerAddress.Checked(new Uri(address)).AbsoluteUri, StringComparison.Ordinal);

    [Fact]
    public async Task Goes_through_a_proxy_with_a_tunnel_that_sees_no_key()
    {
        using var proxy = new WireServer(_ => "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        ServerAnswer<GstinInfo> answer = await Ask(new Uri("https://octa.example.invalid/"), proxy.BaseUri);
#if NETFRAMEWORK
        // .NET Framework hands on the proxy's answer as if it were the server's.
        Assert.Equal(AnswerKind.Refused, answer.Kind);
#else
        Assert.Equal(AnswerKind.NotSent, answer.Kind);
#endif
        Assert.StartsWith("CONNECT octa.example.invalid:443 ", proxy.Heads[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Header, string.Concat(proxy.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_proxy_the_proxys_credential_and_no_other()
    {
        using var proxy = new WireServer(head => head.Contains("Proxy-Authorization", StringComparison.Ordinal)
            ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
            : "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0\r\n\r\n");
        await Ask(new Uri("https://octa.example.invalid/"), proxy.BaseUri, new NetworkCredential("me", "proxy-word"));
        string last = proxy.Heads[^1];
        Assert.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("me:proxy-word"u8), last, StringComparison.Ordinal);
        Assert.DoesNotContain(Header, string.Concat(proxy.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaches_this_machine_without_the_proxy_that_would_see_the_key()
    {
        using var proxy = new WireServer(_ => Ok(Success));
        using var server = new WireServer(_ => Ok(Success));
        Assert.Equal(AnswerKind.Success, (await Ask(server.BaseUri, proxy.BaseUri)).Kind);
        Assert.Single(server.Heads);
        Assert.Empty(proxy.Heads);
    }

    [Theory]
    [InlineData("http://me:hidden@proxy.example.com:8080")]
    [InlineData("ftp://proxy.example.com")]
    [InlineData("proxy.example.com:hidden")]
    public void Refuses_a_proxy_that_is_none_or_has_a_password_in_its_address(string address)
    {
        var fault = Assert.Throws<ArgumentException>(() => ProxyAddress.Checked(new Uri(address, UriKind.RelativeOrAbsolute)));
        Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<ServerAnswer<GstinInfo>> Ask(Uri server, Uri? proxy = null, ICredentials? proxyCredentials = null)
    {
        using var client = new OctaClient(new ClientSettings { BaseUri = server, Credential = Key, Proxy = proxy, ProxyCredentials = proxyCredentials });
        ServerAnswer<GstinInfo> answer = await client.GetGstinAsync("29AABCT1332L000", "29AABCT1332L000", CancellationToken.None);
        Assert.DoesNotContain("canary", answer.Detail, StringComparison.Ordinal);
        return answer;
    }

    private static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
