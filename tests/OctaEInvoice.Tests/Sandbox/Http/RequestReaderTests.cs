using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

public sealed class RequestReaderTests
{
    private const string Post = "POST /a?x=1 HTTP/1.1\r\nHost: localhost\r\n";

    [Theory]
    [InlineData("docno=MAHI%2F10&docdate=08%2F08%2F2020", "docno=MAHI/10|docdate=08/08/2020")]
    [InlineData("docno=A%2BB+C%20D", "docno=A+B C D")]
    [InlineData("docno=MAHI/10&irn", "docno=MAHI/10|irn=")]
    [InlineData("a=1&&b==2&=3", "a=1|b==2|=3")]
    [InlineData("tn=%e2%82%b95000%26%3D", "tn=₹5000&=")]
    public async Task Query_values_come_decoded(string sent, string expected)
    {
        using LoopbackHttpServer server = EchoServer.Start();
        Assert.Equal($"GET /x {expected} ", await AnswerToAsync(server, RawConnection.Get($"/x?{sent}")));
    }

    [Fact]
    public async Task Query_and_header_names_are_found_in_any_letter_case()
    {
        string? gstin = null, authorization = null, absent = "";
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (request, _) =>
        {
            gstin = request.Query["gstin"];
            authorization = request.Headers["AUTHORIZATION"];
            absent = request.Query["irn"];
            return new(HttpResponse.FromText(200, ""));
        });
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "cmFtZXNoOmVsZXBoYW50QDEyMw==");
        await client.GetAsync(new Uri(server.BaseUri, "/?GSTIN=29AABCT1332L000"));
        Assert.Equal("29AABCT1332L000", gstin);
        Assert.Equal("Basic cmFtZXNoOmVsZXBoYW50QDEyMw==", authorization);
        Assert.Null(absent);
    }

    [Fact]
    public async Task A_path_may_come_escaped_or_as_a_whole_address()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        Assert.Equal("GET /a+b/c d  ", await AnswerToAsync(server, RawConnection.Get("/a+b/c%20d")));
        Assert.Equal("GET /getirn irn=1 ", await AnswerToAsync(server, RawConnection.Get("http://localhost:1/getirn?irn=1")));
        Assert.Equal("GET / irn=1 ", await AnswerToAsync(server, RawConnection.Get("http://localhost?irn=1")));
    }

    [Fact]
    public async Task A_request_reads_the_same_however_its_bytes_are_split()
    {
        byte[] chunked = Encoding.UTF8.GetBytes($"{Post}Transfer-Encoding: chunked\r\n\r\n9;q=\"x\"\r\n{{\"No\":\"\u00e9\r\n004\r\n₹/\r\n2\r\n\"}}\r\n0\r\nT: v\r\n\r\n");
        using LoopbackHttpServer server = EchoServer.Start();
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        byte[][] requests = [Encoding.UTF8.GetBytes($"{Post}Content-Length: 14\r\n\r\n{{\"No\":\"₹/1\"}}"), chunked];
        string[] bodies = ["{\"No\":\"₹/1\"}", "{\"No\":\"\u00e9₹/\"}"];
        for (int i = 0; i < requests.Length; i++)
        {
            for (int split = 1; split < requests[i].Length; split++)
            {
                await connection.SendAsync(requests[i].AsMemory(0, split));
                await Task.Yield();
                await connection.SendAsync(requests[i].AsMemory(split));
                (string _, string body) = await connection.ReadAnswerAsync();
                Assert.Equal($"POST /a x=1 {bodies[i]}", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(8191)]
    [InlineData(3_000_000)]
    public async Task Chunks_of_any_size_are_joined(int chunkSize)
    {
        byte[] sent = new byte[chunkSize == 1 ? 50_000 : 5_000_000];
        new Random(1).NextBytes(sent);
        List<string> received = [];
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (request, _) =>
        {
            received.Add(Convert.ToHexString(SHA256.HashData(request.Body.Span)));
            return new(HttpResponse.FromText(200, "read"));
        });
        using MemoryStream wire = new();
        wire.Write(Encoding.ASCII.GetBytes($"{Post}Transfer-Encoding: chunked\r\n\r\n"));
        for (int i = 0; i < sent.Length; i += chunkSize)
        {
            int size = Math.Min(chunkSize, sent.Length - i);
            wire.Write(Encoding.ASCII.GetBytes($"{size:x}\r\n"));
            wire.Write(sent, i, size);
            wire.Write("\r\n"u8);
        }
        wire.Write("0\r\n\r\n"u8);
        wire.Write(Encoding.ASCII.GetBytes(RawConnection.Get()));
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(wire.ToArray());
        Assert.Equal("read", (await connection.ReadAnswerAsync()).Body);
        Assert.Equal("read", (await connection.ReadAnswerAsync()).Body);
        Assert.Equal([Convert.ToHexString(SHA256.HashData(sent)), Convert.ToHexString(SHA256.HashData([]))], received);
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_in_order()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        StringBuilder requests = new("\r\n");
        for (int i = 0; i < 500; i++)
        {
            string body = new('b', i % 50);
            requests.Append($"POST /{i} HTTP/1.1\r\nHost: h\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            requests.Append($"POST /{i} HTTP/1.1\nHost: h\nTransfer-Encoding: chunked\n\n3\n{i % 1000:d3}\n0\n\n");
        }
        Task sending = connection.SendAsync(requests.ToString());
        for (int i = 0; i < 500; i++)
        {
            Assert.Equal($"POST /{i}  {new string('b', i % 50)}", (await connection.ReadAnswerAsync()).Body);
            Assert.Equal($"POST /{i}  {i % 1000:d3}", (await connection.ReadAnswerAsync()).Body);
        }
        await sending;
    }

    [Fact]
    public async Task A_client_that_expects_100_continue_is_told_to_go_on()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync($"{Post}Expect: 100-continue\r\nContent-Length: 4\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await connection.ReadAsync(25));
        await connection.SendAsync("body");
        Assert.Equal("POST /a x=1 body", (await connection.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task A_client_that_announces_too_much_is_refused_before_it_sends()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        string answer = await RefusalOfAsync(server, $"{Post}Expect: 100-continue\r\nContent-Length: 8388609\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 Request Entity Too Large\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nA body holds at most 8388608 bytes.", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_8_MiB_is_read_and_one_byte_more_is_refused_to_a_client_that_sends_on()
    {
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (request, _) => new(HttpResponse.FromText(200, $"{request.Body.Length}")));
        using HttpClient client = new();
        using HttpResponseMessage most = await client.PostAsync(server.BaseUri, new ByteArrayContent(new byte[8 << 20]));
        Assert.Equal("8388608", await most.Content.ReadAsStringAsync());
        using HttpResponseMessage counted = await client.PostAsync(server.BaseUri, new ByteArrayContent(new byte[(8 << 20) + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, counted.StatusCode);
        using HttpRequestMessage chunked = new(HttpMethod.Post, server.BaseUri) { Content = new ByteArrayContent(new byte[(8 << 20) + 1]) };
        chunked.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage refused = await client.SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task A_head_of_32_KiB_is_read_and_more_is_refused()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        string start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
        string most = $"{start}{new string('x', 32768 - start.Length - 4)}\r\n\r\n";
        Assert.Equal("GET /  ", await AnswerToAsync(server, most));
        string more = most.Replace("X: x", "X: xx", StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await RefusalOfAsync(server, more), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await RefusalOfAsync(server, start + new string('x', 40_000)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "GET / HTTP/1.1\r\n\r\n")]
    [InlineData(400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData(400, "GET /\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET  HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "G(T / HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET a b HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET relative HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET /\u00e9 HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET /?a=%2 HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET /?a=%zz HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET /?a=%ff HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(400, "GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n\r\n")]
    [InlineData(400, "GET / HTTP/1.1\r\nHost: h\r\nX: y\r\n folded\r\n\r\n")]
    [InlineData(400, "GET / HTTP/1.1\r\nHost: h\r\n: y\r\n\r\n")]
    [InlineData(400, "GET / HTTP/1.1\r\nHost: h\r\nX: \u0001\r\n\r\n")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n\r\n")]
    [InlineData(400, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n")]
    [InlineData(400, "\u0016\u0003\u0001\u0002\u0000\u0001")]
    [InlineData(413, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData(413, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")]
    [InlineData(417, "POST / HTTP/1.1\r\nHost: h\r\nExpect: miracles\r\n\r\n")]
    [InlineData(501, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")]
    [InlineData(505, "GET / HTTP/2.0\r\nHost: h\r\n\r\n")]
    public async Task What_breaks_the_protocol_is_refused_and_the_connection_ends(int status, string sent)
    {
        bool wasAsked = false;
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (_, _) =>
        {
            wasAsked = true;
            return new(HttpResponse.FromText(200, ""));
        });
        Assert.StartsWith($"HTTP/1.1 {status} ", await RefusalOfAsync(server, sent), StringComparison.Ordinal);
        Assert.False(wasAsked);
    }

    [Fact]
    public async Task A_client_that_goes_away_within_a_request_is_not_answered()
    {
        int asked = 0;
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (_, _) =>
        {
            Interlocked.Increment(ref asked);
            return new(HttpResponse.FromText(200, ""));
        });
        string[] requests = [$"{Post}Content-Length: 4\r\n\r\nbod", $"{Post}Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n", "GET / HT"];
        foreach (string request in requests)
        {
            using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
            await connection.SendAsync(request);
            connection.EndSending();
            Assert.Equal("", await connection.ReadToEndAsync());
        }
        Assert.Equal(0, asked);
    }

    private static async Task<string> AnswerToAsync(LoopbackHttpServer server, string request)
    {
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(request);
        (string _, string body) = await connection.ReadAnswerAsync();
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body));
    }

    private static async Task<string> RefusalOfAsync(LoopbackHttpServer server, string request)
    {
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(request);
        return await connection.ReadToEndAsync();
    }
}
