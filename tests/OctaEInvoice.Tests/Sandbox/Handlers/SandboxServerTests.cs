using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class SandboxServerTests
{
    [Fact]
    public async Task The_signatures_hold_under_the_published_key_and_certificate()
    {
        using SandboxSession session = new();
        IrnResult registered = await session.RegisterAsync();
        using RSA publicKey = RSA.Create();
        publicKey.ImportFromPem(session.Server.PublicKeyPem);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(session.Server.CertificatePem);
        using RSA certified = certificate.GetRSAPublicKey()!;
        foreach (string token in new[] { registered.SignedInvoice!, registered.SignedQrCode! })
        {
            int dot = token.LastIndexOf('.');
            byte[] signed = Encoding.ASCII.GetBytes(token[..dot]);
            byte[] signature = Base64.Decode(token[(dot + 1)..])!;
            Assert.True(publicKey.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            Assert.True(certified.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }

    [Fact]
    public void Keys_are_random_unless_given_and_the_port_can_be_chosen()
    {
        using SandboxServer first = SandboxServer.Start();
        using SandboxServer second = SandboxServer.Start(new SandboxOptions { KeyId = "ramesh", KeySecret = "elephant@123" });
        Assert.Equal(("ramesh", "elephant@123"), (second.KeyId, second.KeySecret));
        Assert.Equal(20, first.KeySecret.Length);
        Assert.NotEqual(first.KeyId, first.KeySecret);
        int port = second.BaseUri.Port;
        Assert.Throws<SocketException>(() => SandboxServer.Start(new SandboxOptions { Port = port }));
        second.Dispose();
        using SandboxServer third = SandboxServer.Start(new SandboxOptions { Port = port });
        Assert.Equal(new Uri($"http://127.0.0.1:{port}/"), third.BaseUri);
    }

    [Fact]
    public async Task Counts_requests_by_endpoint_and_bad_ones()
    {
        using SandboxSession session = new();
        Assert.Equal(10, session.Server.Requests.Count);
        await session.RegisterAsync();
        await session.PostAsync("generateirn", "{}");
        await session.GetAsync("getgstin?gstin=29AABCT1332L000&partygstin=24ACPPM5624F1ZK");
        Assert.Equal((2, 1, 0, 1, 1), ((int)session.Server.Requests["generateirn"], (int)session.Server.Requests["getgstin"], (int)session.Server.Requests["cancelirn"], (int)session.Server.BadRequests, session.Server.RegisteredDocuments));
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_marked_too()
    {
        using SandboxSession session = new();
        using HttpResponseMessage unknown = await session.Http.GetAsync("getall");
        Assert.Equal((HttpStatusCode.NotFound, "1"), (unknown.StatusCode, unknown.Headers.GetValues("Octa-Sandbox").Single()));
        using HttpResponseMessage wrongMethod = await session.Http.GetAsync("generateirn");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "1"), (wrongMethod.StatusCode, wrongMethod.Headers.GetValues("Octa-Sandbox").Single()));
    }

    [Fact]
    public async Task Rules_are_answered_by_Octas_code_and_NICs()
    {
        using SandboxSession session = new();
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["ItemList"]![0]!["IgstAmt"] = 1000));
        Assert.Equal(["OCTA-067", "2235"], SandboxSession.Codes(answer).Take(2));
        Assert.Equal("For Sl. No 1, IGST amount passed is not matching with taxable value and tax rate", SandboxSession.Messages(answer)[1]);
        Assert.Equal((0, 1), (session.Server.RegisteredDocuments, (int)session.Server.BadRequests));
        JsonElement tomorrow = await session.PostAsync("generateirn", SampleInvoice.Body(document =>
        {
            document["DocDtls"]!["Dt"] = "05/05/2026";
            document.AsObject().Remove("EwbDtls");
        }));
        Assert.Equal(["OCTA-015", "2163"], SandboxSession.Codes(tomorrow));
        session.Clock.Move(TimeSpan.FromHours(13.5));
        Assert.True((await session.PostAsync("generateirn", SampleInvoice.Body(document =>
        {
            document["DocDtls"]!["Dt"] = "05/05/2026";
            document.AsObject().Remove("EwbDtls");
        }))).GetProperty("Success").GetBoolean());
    }

    [Fact]
    public async Task Latency_holds_each_answer_back()
    {
        using SandboxSession session = new(new SandboxOptions { Clock = MovableClock.Start(), Latency = TimeSpan.FromMilliseconds(200) });
        Stopwatch watch = Stopwatch.StartNew();
        await session.RegisterAsync();
        Assert.True(watch.ElapsedMilliseconds >= 190);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_fault_plan_cuts_answers_of_requests_that_took_effect_or_did_not(bool isProcessed, int registered)
    {
        using SandboxSession session = new(new SandboxOptions { Clock = MovableClock.Start(), FaultPlan = new CutFirst(isProcessed) });
        ServerAnswer<IrnResult> cut = await session.Client.GenerateIrnAsync(SampleInvoice.Body(), ImageRequest.None, default);
        Assert.Equal(AnswerKind.Unclear, cut.Kind);
        Assert.Equal(registered, session.Server.RegisteredDocuments);
        ServerAnswer<IrnResult> second = await session.Client.GenerateIrnAsync(SampleInvoice.Body(), ImageRequest.None, default);
        Assert.Equal(isProcessed ? AnswerKind.Refused : AnswerKind.Success, second.Kind);
    }

    [Fact]
    public async Task A_fault_plan_answers_in_the_sandboxs_place()
    {
        using SandboxSession session = new(new SandboxOptions { Clock = MovableClock.Start(), FaultPlan = new Teapot() });
        using HttpResponseMessage response = await session.Http.GetAsync("getgstin");
        Assert.Equal((418, "tea"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private sealed class CutFirst(bool isProcessed) : IFaultPlan
    {
        private int count;

        public Fault? Next(HttpRequest request) =>
            Interlocked.Increment(ref count) == 1 ? new Fault { IsProcessed = isProcessed, Delivery = HttpDelivery.CutAfter(40) } : null;
    }

    private sealed class Teapot : IFaultPlan
    {
        public Fault? Next(HttpRequest request) => new() { Answer = HttpResponse.FromText(418, "tea") };
    }
}
