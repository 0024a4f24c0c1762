using System.Text;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Endpoints;

/// <summary>A server that answers every request with what a test wants, and keeps the last request's line.</summary>
internal sealed class AnsweringServer : IDisposable
{
    private readonly LoopbackHttpServer server;

    internal AnsweringServer(HttpResponse response)
    {
        server = LoopbackHttpServer.Start(0, (request, _) =>
        {
            LastAuthorization = request.Headers["Authorization"];
            LastUserAgent = request.Headers["User-Agent"];
            LastPath = request.Path;
            LastBody = Encoding.UTF8.GetString(request.Body.ToArray());
            LastQuery = request.Query.ToDictionary(field => field.Key, field => field.Value);
            return new ValueTask<HttpResponse>(response);
        });
        Client = new OctaClient(new ClientSettings { BaseUri = server.BaseUri, Credential = new("ramesh", "elephant@123"), Timeout = TimeSpan.FromSeconds(20) });
    }

    internal AnsweringServer(string body, int status = 200)
        : this(new HttpResponse(status, Encoding.UTF8.GetBytes(body)))
    {
    }

    internal OctaClient Client { get; }

    internal string? LastAuthorization { get; private set; }

    internal string? LastUserAgent { get; private set; }

    internal string? LastPath { get; private set; }

    internal string? LastBody { get; private set; }

    internal Dictionary<string, string> LastQuery { get; private set; } = [];

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
    }
}
