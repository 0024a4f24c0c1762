using System.Net.Sockets;
using System.Security.Authentication;
#if NETFRAMEWORK
using System.Net;
#endif

namespace OctaEInvoice.Engine.Client;

/// <summary>Tells a connection that was never made from one that broke on the way.</summary>
internal static class NetworkFaults
{
    /// <summary>True when no byte of the request can have reached the server.</summary>
    internal static bool WasNeverSent(Exception fault)
    {
#if NETFRAMEWORK
        return Find<WebException>(fault)?.Status is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure
            // Mono's handler gives the socket's own fault, without a WebException round it.
            || Find<SocketException>(fault)?.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound;
#else
        return fault is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
#endif
    }

    /// <summary>One sentence; the innermost cause says most.</summary>
    internal static string Describe(Exception fault)
    {
        if (Find<AuthenticationException>(fault) is AuthenticationException tls)
            return "The server's certificate was not accepted: " + tls.Message;
        Exception cause = Find<SocketException>(fault) ?? fault.GetBaseException();
        return WasNeverSent(fault) ? "The connection could not be made: " + cause.Message : "The connection broke: " + cause.Message;
    }

    private static T? Find<T>(Exception fault)
        where T : Exception
    {
        for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
            if (inner is T found)
                return found;
        return null;
    }
}
