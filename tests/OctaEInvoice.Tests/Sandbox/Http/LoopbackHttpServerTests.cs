using System.Net;
using System.Net.Sockets;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

public sealed class LoopbackHttpServerTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public void Refuses_addresses_that_other_machines_reach(string address)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() =>
            LoopbackHttpServer.Start(new IPEndPoint(IPAddress.Parse(address), 0), (_, _) => throw new InvalidOperationException()));
        Assert.Contains(address, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_free_port_and_says_which()
    {
        using LoopbackHttpServer first = EchoServer.Start();
        using LoopbackHttpServer second = EchoServer.Start();
        Assert.NotEqual(first.BaseUri.Port, second.BaseUri.Port);
        Assert.Equal($"http://127.0.0.1:{first.BaseUri.Port}/", first.BaseUri.ToString());
        using HttpClient client = new();
        Assert.Equal("GET /x  ", await client.GetStringAsync(new Uri(first.BaseUri, "/x")));
    }

    [Fact]
    public async Task Takes_a_given_port_again_at_once_after_a_stop_and_refuses_one_in_use()
    {
        int port = 0;
        for (int i = 0; i < 3; i++)
        {
            using LoopbackHttpServer server = LoopbackHttpServer.Start(port, (_, _) => new(HttpResponse.FromText(200, "OK")));
            port = server.BaseUri.Port;
            using HttpClient client = new();
            Assert.Equal("OK", await client.GetStringAsync(server.BaseUri));
            SocketException refusal = Assert.Throws<SocketException>(() => LoopbackHttpServer.Start(port, (_, _) => new(HttpResponse.FromText(200, ""))));
            Assert.Equal(SocketError.AddressAlreadyInUse, refusal.SocketErrorCode);
            await server.StopAsync();
        }
    }

#if NET // .NET Framework's handler does not let a test count its connections.
    [Fact]
    public async Task Keeps_a_connection_for_many_requests()
    {
        using LoopbackHttpServer server = EchoServer.Start();
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = 1 };
        int connects = 0;
        handler.ConnectCallback = async (context, cancellation) =>
        {
            connects++;
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        using HttpClient client = new(handler);
        for (int i = 0; i < 100; i++)
        {
            using HttpResponseMessage answer = await client.PostAsync(new Uri(server.BaseUri, $"/{i}"), new StringContent($"body {i}"));
            Assert.Equal($"POST /{i}  body {i}", await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal(1, connects);
    }
#endif

    [Fact]
    public async Task Serves_200_requests_at_once()
    {
        const int Width = 200;
        int inside = 0;
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, async (request, cancellation) =>
        {
            // No answer before all have come: a server that queued them would wait for ever.
            if (Interlocked.Increment(ref inside) == Width)
                all.SetResult();
            await all.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
            return EchoServer.Describe(request);
        });
        using HttpClient client = new();
        string[] answers = await Task.WhenAll(Enumerable.Range(0, Width).Select(i => client.GetStringAsync(new Uri(server.BaseUri, $"/{i}"))));
        Assert.Equal(Enumerable.Range(0, Width).Select(i => $"GET /{i}  "), answers);
    }

    [Fact]
    public async Task Mixes_up_no_answers_under_load()
    {
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, async (request, _) =>
        {
            await Task.Yield();
            return EchoServer.Describe(request);
        });
        using HttpClient client = new();
        await Parallel.ForEachAsync(Enumerable.Range(0, 5000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancellation) =>
        {
            string body = new((char)('a' + i % 26), i % 3000);
            using HttpResponseMessage answer = await client.PostAsync(new Uri(server.BaseUri, $"/{i}"), new StringContent(body), cancellation);
            Assert.Equal($"POST /{i}  {body}", await answer.Content.ReadAsStringAsync(cancellation));
        });
    }

    [Fact]
    public async Task Stopping_ends_idle_connections_and_those_within_a_request()
    {
        LoopbackHttpServer server = EchoServer.Start();
        using RawConnection idle = await RawConnection.OpenAsync(server.BaseUri);
        await idle.SendAsync(RawConnection.Get());
        await idle.ReadAnswerAsync();
        using RawConnection within = await RawConnection.OpenAsync(server.BaseUri);
        await within.SendAsync(RawConnection.Get() + "GET / HT");
        await within.ReadAnswerAsync();
        await server.StopAsync();
        Assert.Equal("", await idle.ReadToEndAsync());
        Assert.Equal("", await within.ReadToEndAsync());
        await Assert.ThrowsAsync<SocketException>(() => RawConnection.OpenAsync(server.BaseUri));
    }

    [Fact]
    public async Task Stopping_cancels_handlers_and_waits_for_them()
    {
        bool ended = false;
        TaskCompletionSource entered = new();
        LoopbackHttpServer server = LoopbackHttpServer.Start(0, async (_, cancellation) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(50, CancellationToken.None);
                ended = true;
            }
            throw new InvalidOperationException("No business of who stops the server.");
        });
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        await entered.Task;
        await server.StopAsync();
        Assert.True(ended);
        server.Dispose();
        await server.StopAsync();
    }

    [Fact]
    public async Task A_handler_may_stop_its_own_server()
    {
        LoopbackHttpServer? server = null;
        TaskCompletionSource stopped = new();
        server = LoopbackHttpServer.Start(0, (_, _) =>
        {
            server!.Dispose();
            stopped.SetResult();
            return new(HttpResponse.FromText(200, "OK"));
        });
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        await stopped.Task;
        await server.StopAsync();
    }

    [Fact]
    public async Task Listens_on_the_loopback_address_of_version_6()
    {
        if (!Socket.OSSupportsIPv6)
            return;
        using LoopbackHttpServer server = LoopbackHttpServer.Start(new IPEndPoint(IPAddress.IPv6Loopback, 0), (request, _) => new(EchoServer.Describe(request)));
        Assert.Equal($"http://[::1]:{server.BaseUri.Port}/", server.BaseUri.ToString());
        using HttpClient client = new();
        Assert.Equal("GET /  ", await client.GetStringAsync(server.BaseUri));
    }
}
