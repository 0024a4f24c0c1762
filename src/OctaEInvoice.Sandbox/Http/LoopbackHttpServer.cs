using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>An HTTP/1.1 server over plain sockets, for this machine only. It needs no administrator rights, since it doesn't go through Windows' HTTP.sys.</summary>
/// <remarks>
/// Connections are kept open and pipelined requests answered in order. A request's head may hold 32 KiB (431 otherwise), its body 8 MiB (413 otherwise).
/// </remarks>
internal sealed class LoopbackHttpServer : IDisposable
{
    private const int Backlog = 1024;

    private readonly IPEndPoint address;
    private readonly Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler;
    private readonly DateHeader dates;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<HttpConnection, Task> connections = new();
    private readonly Task accepting;
    private readonly object stopLock = new();
    private volatile Task? ending;
    private volatile Socket listener;
    private TimeSpan? absence;

    private LoopbackHttpServer(Socket listener, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler, TimeProvider clock)
    {
        this.listener = listener;
        this.handler = handler;
        dates = new DateHeader(clock);
        address = (IPEndPoint)listener.LocalEndPoint!;
        BaseUri = new UriBuilder(Uri.UriSchemeHttp, address.Address.ToString(), address.Port).Uri;
        // Nothing of the starting thread's context (activities, impersonation) is for the server's tasks.
        using (ExecutionContext.SuppressFlow())
            accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where the server listens, such as http://127.0.0.1:49152/.</summary>
    public Uri BaseUri { get; }

    /// <summary>Connections that are open now.</summary>
    public int OpenConnections => connections.Count;

    /// <summary>Starts a server on 127.0.0.1.</summary>
    /// <param name="port">TCP port; 0 for a free one.</param>
    /// <param name="handler">Answers each request; called on pool threads, many at a time. Its token is cancelled when the server stops. What it throws is answered by 500.</param>
    /// <param name="clock">The clock of the Date header; null for the system's.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="SocketException">The port is taken, or not allowed to this account.</exception>
    public static LoopbackHttpServer Start(int port, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler, TimeProvider? clock = null) =>
        Start(new IPEndPoint(IPAddress.Loopback, port), handler, clock);

    /// <summary>Starts a server on a loopback address.</summary>
    /// <param name="address">127.x.x.x or ::1, with a TCP port; 0 for a free one.</param>
    /// <param name="handler">Answers each request; called on pool threads, many at a time. Its token is cancelled when the server stops. What it throws is answered by 500.</param>
    /// <param name="clock">The clock of the Date header; null for the system's.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentException">The address is reachable from other machines.</exception>
    /// <exception cref="SocketException">The port is taken, or not allowed to this account.</exception>
    public static LoopbackHttpServer Start(IPEndPoint address, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler, TimeProvider? clock = null)
    {
        if (!IPAddress.IsLoopback(address.Address))
            throw new ArgumentException($"{address.Address} is no loopback address; the server answers this machine only.", nameof(address));
        return new LoopbackHttpServer(Listen(address), handler, clock ?? TimeProvider.System);
    }

    private static Socket Listen(IPEndPoint address)
    {
        Socket listener = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
#if NETFRAMEWORK
            // Mono on Unix would keep a port that was exclusive for a minute after its last connection.
            bool isExclusive = Environment.OSVersion.Platform == PlatformID.Win32NT;
#else
            const bool isExclusive = true;
#endif
            // On Windows another account's process could otherwise take over the port.
            if (isExclusive)
                listener.ExclusiveAddressUse = true;
            listener.Bind(address);
            listener.Listen(Backlog);
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Refuses new connections for a while: nothing listens on the port. Those that are open go on.</summary>
    /// <param name="time">For how long.</param>
    internal void RefuseFor(TimeSpan time)
    {
        lock (stopLock)
        {
            if (ending is not null || absence is not null)
                return;
            absence = time;
        }
        listener.Dispose();
    }

    /// <summary>Stops listening, ends all connections, and waits for the handlers at work.</summary>
    /// <returns>Completes when nothing of the server runs any more.</returns>
    public async Task StopAsync()
    {
        Dispose();
        await ending!.ConfigureAwait(false);
        await Task.WhenAll(connections.Values).ConfigureAwait(false);
    }

    /// <summary>Stops listening and ends all connections, without waiting for the handlers at work: they see their token cancelled.</summary>
    public void Dispose()
    {
        lock (stopLock)
        {
            if (ending is not null)
                return;
            // Not on this thread: a handler that waits on its token would go on in here.
            ending = Task.Run(EndAsync);
        }
        listener.Dispose();
        foreach (HttpConnection connection in connections.Keys)
            connection.Close();
    }

    private async Task EndAsync()
    {
        stopping.Cancel();
        await accepting.ConfigureAwait(false);
        Task served = Task.WhenAll(connections.Values);
        await Task.WhenAny(served, Task.Delay(HttpLimits.Linger)).ConfigureAwait(false);
        foreach (HttpConnection connection in connections.Keys)
            connection.Abort();
    }

    private async Task AcceptAsync()
    {
        while (ending is null)
        {
            try
            {
                Serve(await listener.AcceptAsync().ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is ObjectDisposedException or SocketException && absence is TimeSpan away)
            {
                if (!await ListenAgainAsync(away).ConfigureAwait(false))
                    return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (ending is null)
            {
                // A client that gave up before it was accepted, or no file handles left for the moment.
                await Task.Delay(TimeSpan.FromMilliseconds(10)).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task<bool> ListenAgainAsync(TimeSpan away)
    {
        while (ending is null)
        {
            await Task.WhenAny(Task.Delay(away, stopping.Token)).ConfigureAwait(false);
            try
            {
                lock (stopLock)
                {
                    if (ending is not null)
                        return false;
                    listener = Listen(address);
                    absence = null;
                    return true;
                }
            }
            catch (SocketException)
            {
                // Windows keeps the port while connections of it are open.
                foreach (HttpConnection connection in connections.Keys)
                    connection.Close();
            }
        }
        return false;
    }

    private void Serve(Socket socket)
    {
        socket.NoDelay = true;
        HttpConnection connection = new(socket, handler, dates, stopping.Token);
        Task<Task> serving = new(() => ServeAsync(connection));
        connections[connection] = serving.Unwrap();
        serving.Start(TaskScheduler.Default);
        // A stop that came in between has not seen this connection.
        if (ending is not null)
            connection.Close();
    }

    private async Task ServeAsync(HttpConnection connection)
    {
        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            connection.Dispose();
            connections.TryRemove(connection, out _);
        }
    }
}
