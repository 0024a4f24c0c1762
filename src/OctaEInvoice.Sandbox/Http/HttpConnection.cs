using System.Buffers;
using System.Net.Sockets;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>One client's connection: reads a request, has it answered, delivers the answer, and begins again.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly LingerOption ResetOnClose = new(enable: true, seconds: 0);

    private readonly Socket socket;
    private readonly Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler;
    private readonly DateHeader dates;
    private readonly CancellationToken stopping;
    private readonly SocketTransfer transfer;

    internal HttpConnection(Socket socket, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler, DateHeader dates, CancellationToken stopping)
    {
        this.socket = socket;
        this.handler = handler;
        this.dates = dates;
        this.stopping = stopping;
        transfer = new SocketTransfer(socket);
    }

    /// <summary>Serves the connection to its end. Whatever goes wrong ends this connection and no other.</summary>
    internal async Task RunAsync()
    {
        using RequestReader reader = new(transfer);
        using ResponseWriter writer = new(dates);
        try
        {
            while (await ServeOneAsync(reader, writer).ConfigureAwait(false))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        catch (SocketException)
        {
            // The client went away.
        }
        catch (ObjectDisposedException)
        {
            // The server closed the socket.
        }
    }

    /// <summary>Ends the connection in an orderly way: what was sent arrives, and a pending read completes.</summary>
    internal void Close()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // It has ended already.
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends the connection in whatever state it is.</summary>
    internal void Abort() => socket.Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        transfer.Dispose();
    }

    private async ValueTask<bool> ServeOneAsync(RequestReader reader, ResponseWriter writer)
    {
        HttpRequest? request = null;
        HttpResponse response;
        try
        {
            request = await reader.ReadAsync().ConfigureAwait(false);
            if (request is null)
                return false;
            response = await AnswerAsync(request).ConfigureAwait(false);
        }
        catch (MalformedRequestException refusal)
        {
            response = HttpResponse.FromText(refusal.Status, refusal.Message);
        }
        return await DeliverAsync(writer, request, response).ConfigureAwait(false);
    }

    /// <summary>A handler that throws is answered by 500, so that the client sees what happened instead of a connection that breaks.</summary>
    private async ValueTask<HttpResponse> AnswerAsync(HttpRequest request)
    {
        try
        {
            return await handler(request, stopping).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return stopping.IsCancellationRequested ? throw new OperationCanceledException("The server stops.", failure) : Failed(failure);
        }
    }

    private static HttpResponse Failed(Exception failure) => HttpResponse.FromText(500, $"The sandbox failed: {failure.GetType().Name}: {failure.Message}");

    /// <summary>Sends the answer as its delivery says.</summary>
    /// <returns>True when the connection goes on.</returns>
    private async ValueTask<bool> DeliverAsync(ResponseWriter writer, HttpRequest? request, HttpResponse response)
    {
        HttpDelivery delivery = response.Delivery;
        bool keepAlive = request is { Head.KeepAlive: true };
        int length = Write(writer, request, ref response, keepAlive);
        if (delivery.Delay > TimeSpan.Zero)
            await Task.Delay(delivery.Delay, stopping).ConfigureAwait(false);
        int sent = Math.Min(length, Math.Max(delivery.CutAfterBytes ?? length, 0));
        if (!await transfer.SendAsync(writer.Bytes, sent).ConfigureAwait(false))
            return false;
        writer.Trim();
        if (keepAlive && !delivery.EndsConnection)
            return true;
        await EndAsync(delivery).ConfigureAwait(false);
        return false;
    }

    private static int Write(ResponseWriter writer, HttpRequest? request, ref HttpResponse response, bool keepAlive)
    {
        try
        {
            return writer.Write(response, request, keepAlive);
        }
        catch (InvalidOperationException failure)
        {
            response = Failed(failure);
            return writer.Write(response, request, keepAlive);
        }
    }

    private async ValueTask EndAsync(HttpDelivery delivery)
    {
        if (delivery.Hang)
            await DrainAsync().ConfigureAwait(false);
        if (delivery.Reset)
        {
            socket.LingerState = ResetOnClose;
            return;
        }
        if (delivery.Hang)
            return;
        // Closing a socket that holds unread bytes resets it, which can destroy the answer on its way: say the end first and read on a while.
        socket.Shutdown(SocketShutdown.Send);
        Task drained = DrainAsync();
        await Task.WhenAny(drained, Task.Delay(HttpLimits.Linger, stopping)).ConfigureAwait(false);
        Abort();
        await drained.ConfigureAwait(false);
    }

    /// <summary>Reads and forgets until the client ends the connection or the socket is closed.</summary>
    private async Task DrainAsync()
    {
        byte[] waste = ArrayPool<byte>.Shared.Rent(HttpLimits.InitialBuffer);
        while (await transfer.ReceiveAsync(waste, 0, waste.Length).ConfigureAwait(false) > 0)
        {
        }
        ArrayPool<byte>.Shared.Return(waste);
    }
}
