using System.Net;

namespace OctaEInvoice.Engine.Client;

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
            // Without it a script that switched checking off for the whole process would have switched it off here too.
            ServerCertificateCustomValidationCallback = static (_, _, _, faults) => faults == System.Net.Security.SslPolicyErrors.None,
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
        // Plain http is for this machine alone: a proxy elsewhere would see the key.
        if (settings.BaseUri.IsLoopback)
            handler.UseProxy = false;
        else if (settings.Proxy is not null)
            handler.Proxy = new WebProxy(ProxyAddress.Checked(settings.Proxy)) { Credentials = settings.ProxyCredentials };
        else
            handler.DefaultProxyCredentials = settings.ProxyCredentials;
        return handler;
    }
}
