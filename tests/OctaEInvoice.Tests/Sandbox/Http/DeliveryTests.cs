using System.Net.Sockets;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Http;

public sealed class DeliveryTests
{
    [Fact]
    public async Task An_answer_is_cut_after_any_byte()
    {
        int cut = 0;
        HttpResponse whole = new(200, "{\"Success\":true}"u8.ToArray());
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (_, _) =>
            new(whole with { Delivery = cut < 0 ? HttpDelivery.Whole : HttpDelivery.CutAfter(cut) }));
        cut = -1;
        string complete;
        using (RawConnection connection = await RawConnection.OpenAsync(server.BaseUri))
        {
            await connection.SendAsync("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            (string head, string body) = await connection.ReadAnswerAsync();
            complete = head + body;
        }
        for (cut = 0; cut <= complete.Length + 1; cut++)
        {
            using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
            // The second request stays unread in the server, and must not destroy what was sent.
            await connection.SendAsync(RawConnection.Get() + RawConnection.Get());
            string received = await connection.ReadToEndAsync();
            Assert.Equal(Math.Min(cut, complete.Length), received.Length);
            Assert.Equal(WithoutDate(complete[..received.Length]), WithoutDate(received));
        }
    }

    [Fact]
    public async Task No_response_ends_the_connection_after_the_handler_ran()
    {
        int asked = 0;
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (_, _) =>
        {
            Interlocked.Increment(ref asked);
            return new(HttpResponse.FromText(200, "OK") with { Delivery = HttpDelivery.NoResponse });
        });
        using HttpClient client = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(server.BaseUri, new StringContent("{}")));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_reset_reaches_the_client_as_a_reset()
    {
        using LoopbackHttpServer server = EchoServer.StartDelivering(new HttpDelivery { CutAfterBytes = 0, Reset = true });
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        IOException failure = await Assert.ThrowsAsync<IOException>(() => connection.ReadToEndAsync());
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task A_hanging_answer_stays_silent_until_the_client_gives_up()
    {
        using LoopbackHttpServer server = EchoServer.StartDelivering(HttpDelivery.Never);
        using HttpClient client = new() { Timeout = TimeSpan.FromMilliseconds(200) };
        await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync(server.BaseUri));
        await UntilAsync(() => server.OpenConnections == 0);
    }

    [Fact]
    public async Task A_hanging_answer_may_begin_and_then_stall()
    {
        using LoopbackHttpServer server = EchoServer.StartDelivering(new HttpDelivery { CutAfterBytes = 15, Hang = true });
        using RawConnection connection = await RawConnection.OpenAsync(server.BaseUri);
        await connection.SendAsync(RawConnection.Get());
        Assert.Equal("HTTP/1.1 200 OK", await connection.ReadAsync(15));
        await connection.SendAsync(RawConnection.Get());
        await Task.Delay(100);
        Assert.False(connection.HasSomethingToRead);
        server.Dispose();
        Assert.Equal("", await ReadRestAsync(connection));
    }

    [Fact]
    public async Task A_delayed_answer_comes_whole_and_holds_up_no_other()
    {
        using LoopbackHttpServer server = LoopbackHttpServer.Start(0, (request, _) =>
            new(EchoServer.Describe(request) with { Delivery = request.Path == "/late" ? HttpDelivery.Delayed(TimeSpan.FromMilliseconds(300)) : HttpDelivery.Whole }));
        using HttpClient client = new();
        Task<string> late = client.GetStringAsync(new Uri(server.BaseUri, "/late"));
        Assert.Equal("GET /now  ", await client.GetStringAsync(new Uri(server.BaseUri, "/now")));
        Assert.Equal("GET /late  ", await late);
    }

    [Fact]
    public async Task A_long_delay_ends_with_the_server()
    {
        using LoopbackHttpServer server = EchoServer.StartDelivering(HttpDelivery.Delayed(TimeSpan.FromHours(1)));
        using HttpClient client = new();
        Task<string> answer = client.GetStringAsync(server.BaseUri);
        await UntilAsync(() => server.OpenConnections == 1);
        await server.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        Assert.Equal(0, server.OpenConnections);
    }

    private static async Task<string> ReadRestAsync(RawConnection connection)
    {
        try
        {
            return await connection.ReadToEndAsync();
        }
        catch (IOException)
        {
            // A server that stops may reset what it hasn't read.
            return "";
        }
    }

    private static string WithoutDate(string answer)
    {
        int start = answer.IndexOf("Date: ", StringComparison.Ordinal);
        return start < 0 ? answer : answer[..start] + answer[Math.Min(start + 35, answer.Length)..];
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }
}
