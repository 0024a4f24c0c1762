using System.Net.Sockets;
using System.Text;

namespace OctaEInvoice.Tests.Sandbox.Http;

/// <summary>A client that sends exactly the bytes it is told to, and gives back exactly those that came.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient client;
    private readonly NetworkStream stream;
    private readonly CancellationTokenSource patience = new(Patience);

    private RawConnection(TcpClient client)
    {
        this.client = client;
        client.NoDelay = true;
        stream = client.GetStream();
    }

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        TcpClient client = new();
        await client.ConnectAsync(server.Host, server.Port);
        return new RawConnection(client);
    }

    /// <summary>A GET of the root, without a body.</summary>
    public static string Get(string target = "/") => $"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n";

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes, patience.Token);

    /// <summary>Everything up to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using MemoryStream all = new();
        await stream.CopyToAsync(all, patience.Token);
        return Encoding.Latin1.GetString(all.ToArray());
    }

    /// <summary>So many bytes, or fewer when the connection ends.</summary>
    public async Task<string> ReadAsync(int count)
    {
        byte[] bytes = new byte[count];
        int read = await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, patience.Token);
        return Encoding.Latin1.GetString(bytes, 0, read);
    }

    /// <summary>Head and body of the next answer, by its Content-Length.</summary>
    public async Task<(string Head, string Body)> ReadAnswerAsync()
    {
        StringBuilder head = new();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            string next = await ReadAsync(1);
            Assert.NotEqual("", next);
            head.Append(next);
        }
        string length = head.ToString().Split("Content-Length: ")[1].Split("\r\n")[0];
        return (head.ToString(), await ReadAsync(int.Parse(length)));
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>True when bytes, or the connection's end, are there to be read now.</summary>
    public bool HasSomethingToRead => client.Client.Poll(0, SelectMode.SelectRead);

    public void Dispose()
    {
        patience.Dispose();
        client.Dispose();
    }
}
