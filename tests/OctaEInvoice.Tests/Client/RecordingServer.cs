using System.Net;
using System.Text;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Client;

/// <summary>A server that answers every request alike and remembers the last one.</summary>
internal sealed class RecordingServer : IDisposable
{
    private readonly LoopbackHttpServer server;

    internal RecordingServer(string answer, int status = 200)
        : this(new HttpResponse(status, Encoding.UTF8.GetBytes(answer)))
    {
    }

    internal RecordingServer(HttpResponse answer)
    {
        server = LoopbackHttpServer.Start(0, (request, _) =>
        {
            Authorization = request.Headers["Authorization"];
            UserAgent = request.Headers["User-Agent"];
            Line = $"{request.Method} {request.Path}";
            Query = string.Join(" ", request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
            Body = Encoding.UTF8.GetString(request.Body.Span);
            return new(answer);
        });
        Client = new OctaClient(new ClientSettings { BaseUri = server.BaseUri, Credential = new NetworkCredential("ramesh", "elephant@123") });
    }

    internal OctaClient Client { get; }

    internal string? Authorization { get; private set; }

    internal string? UserAgent { get; private set; }

    internal string Line { get; private set; } = "";

    internal string Query { get; private set; } = "";

    internal string Body { get; private set; } = "";

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
    }
}
