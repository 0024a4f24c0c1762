using System.Text;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Client;

/// <summary>Answers as they may come: what each of them proves, and what the user is told.</summary>
public class StrangeAnswerTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Success_true_counts_whatever_the_status(int status)
    {
        using var server = new RecordingServer("""{"success":true,"IRN":"ab","ackno":112010000002315,"AckDt":"2020-11-27 17:23:45"}""", status);
        IrnResult result = (await Ask(server)).Value!;
        Assert.Equal(("ab", "112010000002315"), (result.Irn, result.AckNumber));
        Assert.Equal("2020-11-27T17:23:45+05:30", result.AckTime.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(502)]
    public async Task Errors_in_the_body_count_whatever_the_status(int status)
    {
        using var server = new RecordingServer("""{"Success":false,"Errors":[{"Code":2150,"Message":"Duplicate IRN"}]}""", status);
        ServerAnswer<IrnResult> answer = await Ask(server);
        Assert.Equal(AnswerKind.Refused, answer.Kind);
        Assert.True(answer.Has("2150"));
    }

    [Fact]
    public async Task Octas_headers_count_where_the_body_says_nothing()
    {
        using var server = new RecordingServer(new HttpResponse(400, "<html>"u8.ToArray(), "text/html")
        {
            Headers = [new("Octa-ErrorCode", "2000"), new("Octa-ErrorMessage", "Not connected to GST System")],
        });
        ServerAnswer<IrnResult> answer = await Ask(server);
        Assert.Equal(AnswerKind.Refused, answer.Kind);
        Assert.Equal("2000: Not connected to GST System", Assert.Single(answer.Errors).ToString());
    }

    [Fact]
    public async Task A_refused_login_without_a_body_has_a_code_of_its_own()
    {
        using var server = new RecordingServer("", 401);
        ServerAnswer<IrnResult> answer = await Ask(server);
        Assert.Equal("HTTP-401: The server refused Key Id and Key Secret.", Assert.Single(answer.Errors).ToString());
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>", 502, "HTTP 502 with an answer that is not JSON: <html><body>Bad gateway</body></html>")]
    [InlineData("", 200, "HTTP 200 with an empty answer.")]
    [InlineData("[1,2]", 200, "HTTP 200 with an answer that is not JSON: [1,2]")]
    [InlineData("{}", 200, "HTTP 200 with an answer without Success and Errors: {}")]
    [InlineData("{\"Success\":false}", 503, "HTTP 503 with an answer without Success and Errors: {\"Success\":false}")]
    [InlineData("{\"Success\":true,\"Irn\":\"ab", 200, "HTTP 200 with an answer that is not JSON: {\"Success\":true,\"Irn\":\"ab")]
    public async Task What_proves_nothing_is_unclear_and_shown_by_its_beginning(string body, int status, string detail)
    {
        using var server = new RecordingServer(body, status);
        ServerAnswer<IrnResult> answer = await Ask(server);
        Assert.Equal((AnswerKind.Unclear, detail), (answer.Kind, answer.Detail));
    }

    [Fact]
    public async Task A_connection_that_breaks_on_the_way_is_unclear()
    {
        using var server = new RecordingServer(new HttpResponse(200, "{\"Success\":true}"u8.ToArray()) { Delivery = HttpDelivery.CutAfter(40) });
        Assert.Equal(AnswerKind.Unclear, (await Ask(server)).Kind);
    }

    [Fact]
    public async Task A_connection_that_is_never_made_is_not_sent()
    {
        var server = new RecordingServer("{}");
        server.Dispose();
        using var client = new OctaClient(new ClientSettings { BaseUri = new Uri("http://127.0.0.1:9/"), Credential = new("a", "b") });
        ServerAnswer<IrnResult> answer = await client.GetIrnAsync("g", "i", ImageRequest.None, CancellationToken.None);
        Assert.Equal(AnswerKind.NotSent, answer.Kind);
        Assert.StartsWith("The connection could not be made: ", answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData(null, null)]
    public async Task Too_many_requests_tell_how_long_to_wait(string? header, int? seconds)
    {
        using var server = new RecordingServer(new HttpResponse(429, ReadOnlyMemory<byte>.Empty) { Headers = header is null ? [] : [new("Retry-After", header)] });
        ServerAnswer<IrnResult> answer = await Ask(server);
        Assert.Equal((AnswerKind.Throttled, seconds), (answer.Kind, (int?)answer.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_kept_and_shown()
    {
        using var server = new RecordingServer("""{"Success":true,"Irn":"ab","Remarks":"late","Wallet":{"Balance":12.5}}""");
        IReadOnlyDictionary<string, string> fields = (await Ask(server)).Value!.AdditionalFields!;
        Assert.Equal("late", fields["Remarks"]);
        Assert.Equal("""{"Balance":12.5}""", fields["Wallet"]);
    }

    [Fact]
    public async Task Half_characters_and_bytes_of_another_encoding_hide_nothing_else()
    {
        byte[] body = [.. "{\"Success\":true,\"Irn\":\"ab\",\"AckNo\":\"\\ud800\",\"\\udc00\":\"K"u8, 0xF6, .. "nig\",\"Wallet\":[\"K"u8, 0xF6, .. "nig\"]}"u8];
        using var server = new RecordingServer(new HttpResponse(200, body));
        IrnResult result = (await Ask(server)).Value!;
        Assert.Equal(("ab", "\uFFFD", "\uFFFD"), (result.Irn, result.AckNumber, result.AdditionalFields!["\uFFFD"]));
    }

    [Theory]
    [InlineData("iVBO\r\nRw0K\nGgo=")]
    [InlineData("iVBORw0KGgo")]
    public async Task Base64_may_be_broken_into_lines_or_unpadded(string text)
    {
        string body = $$"""{"Success":true,"Irn":"ab","QRCodeImagePng":"{{text.Replace("\r", "\\r").Replace("\n", "\\n")}}","EinvoicePdf":"-_-_"}""";
        using var server = new RecordingServer(body);
        IrnResult result = (await Ask(server)).Value!;
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], result.QrCodePng);
        Assert.Equal([0xFB, 0xFF, 0xBF], result.InvoicePdf);
    }

    [Theory]
    [InlineData("http://bills.octagst.com/")]
    [InlineData("ftp://bills.octagst.com/")]
    public void The_key_travels_over_https_only(string address)
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new OctaClient(new ClientSettings { BaseUri = new Uri(address), Credential = new("id", "canary-secret") }));
        Assert.Contains("https", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-secret", fault.ToString(), StringComparison.Ordinal);
    }

    private static Task<ServerAnswer<IrnResult>> Ask(RecordingServer server) =>
        server.Client.GenerateIrnAsync(Encoding.UTF8.GetBytes("{}"), ImageRequest.None, CancellationToken.None);
}
