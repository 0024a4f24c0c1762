namespace OctaEInvoice.Engine.Client;

/// <summary>Which addresses a proxy may have.</summary>
public static class ProxyAddress
{
#if NETFRAMEWORK
    private static readonly string[] Schemes = ["http"];
#else
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#endif

    /// <summary>Refuses an address that is none of a proxy, or that has a password in it.</summary>
    /// <param name="uri">Address of a proxy.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">It is refused.</exception>
    public static Uri Checked(Uri uri)
    {
        if (!uri.IsAbsoluteUri || Array.IndexOf(Schemes, uri.Scheme) < 0)
            throw new ArgumentException($"The proxy's address {uri.Host()} is not one that can be used. Give an address such as http://proxy.example.com:8080 ({string.Join(", ", Schemes)}).");
        if (uri.UserInfo.Length > 0)
            throw new ArgumentException($"The address of the proxy {uri.Host} has a user in it. Leave out what stands before the @, and give it as -ProxyCredential.");
        return uri;
    }

    // Of an address that is not understood nothing may be repeated that could be a password.
    private static string Host(this Uri uri) => uri.IsAbsoluteUri ? uri.Scheme + "://" + uri.Host : "without http://";
}
