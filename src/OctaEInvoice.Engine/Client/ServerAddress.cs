namespace OctaEInvoice.Engine.Client;

/// <summary>Which addresses the key may travel to.</summary>
public static class ServerAddress
{
    /// <summary>Refuses an address that the key must not be sent to.</summary>
    /// <param name="uri">Address of a server.</param>
    /// <returns>The address with a slash at its end.</returns>
    /// <exception cref="ArgumentException">It is neither https nor http on loopback, or has a user or a query in it.</exception>
    public static Uri Checked(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            throw new ArgumentException($"The base address {uri} is not complete. Give an address that begins with https://.");
        // Not repeated in words: what stands before the @ is often a password.
        if (uri.UserInfo.Length > 0)
            throw new ArgumentException($"The base address of {uri.Host} has a user in it. Leave out what stands before the @; the key is given as a credential.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw new ArgumentException($"The base address {uri} has a query or a fragment. Give the address without it.");
        if (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return uri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? uri : new Uri(uri.AbsoluteUri + "/");
        throw new ArgumentException($"The base address {uri} is refused: the key may travel over https only (http only to this machine). Give an address that begins with https://.");
    }
}
