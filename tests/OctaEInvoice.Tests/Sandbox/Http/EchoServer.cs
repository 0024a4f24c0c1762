using System.Text;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

/// <summary>Servers for the tests of this folder.</summary>
internal static class EchoServer
{
    /// <summary>Answers method, path, query and body as lines of text.</summary>
    public static LoopbackHttpServer Start() => LoopbackHttpServer.Start(0, (request, _) => new(Describe(request)));

    /// <summary>Answers every request alike.</summary>
    public static LoopbackHttpServer StartAnswering(HttpResponse response) => LoopbackHttpServer.Start(0, (_, _) => new(response));

    /// <summary>Answers the text OK by the given delivery.</summary>
    public static LoopbackHttpServer StartDelivering(HttpDelivery delivery) =>
        StartAnswering(HttpResponse.FromText(200, "OK") with { Delivery = delivery });

    public static HttpResponse Describe(HttpRequest request)
    {
        string query = string.Join("|", request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
        return HttpResponse.FromText(200, $"{request.Method} {request.Path} {query} {Encoding.UTF8.GetString(request.Body.Span)}");
    }
}
