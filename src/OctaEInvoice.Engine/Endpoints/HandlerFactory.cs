using System.Net;
using System.Net.Http;

namespace OctaEInvoice.Engine.Endpoints;

/// <summary>Makes the message handler of each framework: TLS 1.2 or later, no redirects, as many connections as the window is wide.</summary>
internal static class HandlerFactory
{
    internal static HttpMessageHandler Create(ClientSettings settings)
    {
#if NETFRAMEWORK
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = settings.ConnectionLimit,
            // Set here and not on the process, which belongs to other modules too.
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        };
#else
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = settings.ConnectionLimit,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        handler.SslOptions.EnabledSslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13;
#endif
        if (settings.Proxy is not null)
        {
            handler.Proxy = settings.Proxy;
            handler.UseProxy = true;
        }
        else if (settings.BaseUri.IsLoopback)
        {
            handler.UseProxy = false;
        }
        return handler;
    }
}
