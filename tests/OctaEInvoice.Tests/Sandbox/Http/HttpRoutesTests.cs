using System.Net;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

public sealed class HttpRoutesTests
{
    private static readonly HttpRoutes Routes = new HttpRoutes()
        .Add("GET", "/api/einvoice/getirn", (_, _) => new(HttpResponse.FromText(200, "got")))
        .Add("POST", "/api/einvoice/cancelirn", (_, _) => new(HttpResponse.FromText(200, "cancelled")));

    [Theory]
    [InlineData("GET", "/api/einvoice/getirn", 200, "got", null)]
    [InlineData("GET", "/API/eInvoice/GetIrn?irn=1", 200, "got", null)]
    [InlineData("POST", "/api/einvoice/cancelirn", 200, "cancelled", null)]
    [InlineData("HEAD", "/api/einvoice/getirn", 200, "", null)]
    [InlineData("GET", "/api/einvoice/cancelirn", 405, "/api/einvoice/cancelirn answers POST, not GET.", "POST")]
    [InlineData("HEAD", "/api/einvoice/cancelirn", 405, "", "POST")]
    [InlineData("DELETE", "/api/einvoice/getirn", 405, "/api/einvoice/getirn answers GET, not DELETE.", "GET, HEAD")]
    [InlineData("GET", "/api/einvoice/", 404, "There is nothing at /api/einvoice/.", null)]
    [InlineData("GET", "/", 404, "There is nothing at /.", null)]
    public async Task Answers_by_path_and_method(string method, string target, int status, string body, string? allow)
    {
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, Routes.AnswerAsync);
        using HttpClient client = new();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(server.BaseUri, target));
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(allow, answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public void A_path_takes_one_handler_a_method() =>
        Assert.Throws<ArgumentException>(() => Routes.Add("GET", "/API/einvoice/getirn", (_, _) => throw new InvalidOperationException()));
}
