using System.Collections.Concurrent;
using System.Net;
using System.Text;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Resilience;

/// <summary>A server that answers as a test says, and counts.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly LoopbackHttpServer http;
    private int requests;

    internal ScriptedServer(Func<int, HttpRequest, HttpResponse> answer)
    {
        http = LoopbackHttpServer.Start(0, (request, _) =>
        {
            int number = Interlocked.Increment(ref requests);
            Times.Enqueue(DateTime.UtcNow);
            return new ValueTask<HttpResponse>(answer(number, request));
        });
        Client = new OctaClient(new ClientSettings { BaseUri = http.BaseUri, Credential = new NetworkCredential("id", "secret"), Timeout = TimeSpan.FromSeconds(5), ConnectionLimit = 64 });
    }

    internal OctaClient Client { get; }

    internal Uri BaseUri => http.BaseUri;

    internal ConcurrentQueue<DateTime> Times { get; } = new();

    internal int Requests => Volatile.Read(ref requests);

    internal static HttpResponse Refusal(string code) => new(200, Encoding.UTF8.GetBytes($$"""{"Success":false,"Errors":[{"Code":"{{code}}","Message":"m"}]}"""));

    internal static HttpResponse Success(string irn) => new(200, Encoding.UTF8.GetBytes($$"""{"Success":true,"Irn":"{{irn}}","IrnStatus":"ACT","EwbNo":"1"}"""));

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
    }
}
