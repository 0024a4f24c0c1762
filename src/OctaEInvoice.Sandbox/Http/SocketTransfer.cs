using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>One send or receive at a time, awaited without an allocation, the same on .NET Framework and .NET.</summary>
/// <remarks>A broken or closed connection is a result and no exception: chaos runs break thousands of them.</remarks>
internal sealed class SocketTransfer(Socket socket) : SocketAsyncEventArgs, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> source;

    /// <summary>Bytes received; zero or less when the connection has ended.</summary>
    internal ValueTask<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        source.Reset();
        try
        {
            SetBuffer(buffer, offset, count);
            return socket.ReceiveAsync(this) ? new(this, source.Version) : new(Outcome);
        }
        catch (ObjectDisposedException)
        {
            return new(-1);
        }
    }

    /// <summary>True when all bytes were handed to the network.</summary>
    internal async ValueTask<bool> SendAsync(byte[] buffer, int count)
    {
        for (int sent = 0; sent < count;)
        {
            int step = await SendSomeAsync(buffer, sent, count - sent).ConfigureAwait(false);
            if (step <= 0)
                return false;
            sent += step;
        }
        return true;
    }

    private ValueTask<int> SendSomeAsync(byte[] buffer, int offset, int count)
    {
        source.Reset();
        try
        {
            SetBuffer(buffer, offset, count);
            return socket.SendAsync(this) ? new(this, source.Version) : new(Outcome);
        }
        catch (ObjectDisposedException)
        {
            return new(-1);
        }
    }

    int IValueTaskSource<int>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    protected override void OnCompleted(SocketAsyncEventArgs e) => source.SetResult(Outcome);

    private int Outcome => SocketError == SocketError.Success ? BytesTransferred : -1;
}
