using System.Globalization;
using System.Net;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

public sealed class ResponseWriterTests
{
    [Fact]
    public async Task An_answer_is_these_bytes()
    {
        HttpResponse response = new(200, "{\"Success\":true}"u8.ToArray());
        using LoopbackHttpServer server = EchoServer.StartAnswering(response);
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        (string head, string body) = await connection.ReadAnswerAsync();
        string[] lines = head.Split("\r\n");
        Assert.Equal(["HTTP/1.1 200 OK", lines[1], "Content-Type: application/json; charset=utf-8", "Content-Length: 16", "", ""], lines);
        Assert.Equal("{\"Success\":true}", body);
        Assert.True(DateTime.TryParseExact(lines[1]["Date: ".Length..], "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), lines[1]);
    }

    [Fact]
    public async Task Further_headers_are_sent()
    {
        HttpResponse response = HttpResponse.FromText(429, "slower") with { Headers = [new("Retry-After", "7"), new("Octa-ErrorCode", "52")] };
        using LoopbackHttpServer server = EchoServer.StartAnswering(response);
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.GetAsync(server.BaseUri);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("Too Many Requests", answer.ReasonPhrase);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("52", Assert.Single(answer.Headers.GetValues("Octa-ErrorCode")));
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_header_with_a_line_break_makes_the_answer_a_500_instead_of_two_answers()
    {
        using LoopbackHttpServer server = EchoServer.StartAnswering(HttpResponse.FromText(200, "") with { Headers = [new("X", "a\r\nY: b")] });
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.GetAsync(server.BaseUri);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Y"));
    }

    [Fact]
    public async Task HEAD_gets_the_length_of_the_body_and_no_body()
    {
        using LoopbackHttpServer server = EchoServer.StartAnswering(HttpResponse.FromText(200, "twelve bytes"));
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        string answers = await connection.ReadToEndAsync();
        string[] parts = answers.Split("\r\n\r\n");
        Assert.Equal(3, parts.Length);
        Assert.EndsWith("Content-Length: 12", parts[0], StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK", parts[1], StringComparison.Ordinal);
        Assert.Equal("twelve bytes", parts[2]);
    }

    [Fact]
    public async Task No_content_comes_without_length_and_type()
    {
        using LoopbackHttpServer server = EchoServer.StartAnswering(new HttpResponse(204, default));
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        string answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 204 No Content\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1", "X: y", false)]
    [InlineData("HTTP/1.1", "Connection: Close", true)]
    [InlineData("HTTP/1.1", "Connection: x, close", true)]
    [InlineData("HTTP/1.0", "X: y", true)]
    [InlineData("HTTP/1.0", "Connection: keep-alive", false)]
    public async Task The_connection_ends_when_the_client_asks_for_it(string version, string header, bool ends)
    {
        using LoopbackHttpServer server = EchoServer.StartAnswering(HttpResponse.FromText(200, "OK"));
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync($"GET / {version}\r\nHost: h\r\n{header}\r\n\r\n");
        (string head, string _) = await connection.ReadAnswerAsync();
        Assert.Equal(ends, head.Contains("Connection: close\r\n", StringComparison.Ordinal));
        await connection.SendAsync(RawConnection.Get());
        Assert.Equal(ends ? "" : "H", await connection.ReadAsync(1));
    }

    [Fact]
    public async Task A_handler_that_throws_is_answered_by_500_and_the_connection_goes_on()
    {
        bool fails = true;
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (_, _) => fails ? throw new FormatException("no such page") : new(HttpResponse.FromText(200, "OK")));
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        (string head, string body) = await connection.ReadAnswerAsync();
        Assert.StartsWith("HTTP/1.1 500 Internal Server Error\r\n", head, StringComparison.Ordinal);
        Assert.Equal("The sandbox failed: FormatException: no such page", body);
        fails = false;
        await connection.SendAsync(RawConnection.Get());
        Assert.Equal("OK", (await connection.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task A_body_of_megabytes_arrives_whole()
    {
        byte[] body = new byte[5_000_000];
        new Random(2).NextBytes(body);
        using LoopbackHttpServer server = EchoServer.StartAnswering(new HttpResponse(200, body, "application/pdf"));
        using HttpClient client = new();
        Assert.Equal(body, await client.GetByteArrayAsync(server.BaseUri));
        Assert.Equal(body, await client.GetByteArrayAsync(server.BaseUri));
    }
}
