using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OctaEInvoice.Tests.Client;

/// <summary>A server on loopback that keeps the heads of what it is asked and gives prepared answers, with TLS or without.</summary>
internal sealed class WireServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string> answer;
    private readonly X509Certificate2? certificate;
    private readonly List<string> heads = [];

    internal WireServer(Func<string, string> answer, X509Certificate2? certificate = null)
    {
        this.answer = answer;
        this.certificate = certificate;
        listener.Start();
        _ = AcceptAsync();
    }

    internal Uri BaseUri => new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    internal IReadOnlyList<string> Heads
    {
        get
        {
            lock (heads)
                return [.. heads];
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            using (Stream stream = await OpenAsync(client))
            {
                while (await HeadAsync(stream) is { Length: > 0 } head)
                {
                    lock (heads)
                        heads.Add(head);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(head)));
                }
            }
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (certificate is null)
            return client.GetStream();
        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(certificate);
        return secured;
    }

    private static async Task<string> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next) == 1)
            head.Append((char)next[0]);
        return head.ToString();
    }
}
