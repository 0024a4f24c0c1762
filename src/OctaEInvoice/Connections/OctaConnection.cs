using System.Net;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice;

/// <summary>An open connection: where documents go and on whose account. It holds the key, but shows none of it.</summary>
public sealed class OctaConnection : IDisposable
{
    private readonly object gate = new();
    private readonly NetworkCredential credential;
    private OctaClient? client;
    private int clientLimit;

    internal OctaConnection(NetworkCredential credential, Uri baseUri)
    {
        this.credential = credential;
        BaseUri = baseUri;
        Environment = baseUri.IsLoopback ? OctaEnvironment.Test : OctaEnvironment.Production;
    }

    /// <summary>Name of the profile, or how the connection came about: Sandbox, Credential, Environment variables.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>GSTIN of the seller; null when each document names its own.</summary>
    public string? Gstin { get; internal set; }

    /// <summary>Address of the server.</summary>
    public Uri BaseUri { get; }

    /// <summary>Production or Test; loopback is Test.</summary>
    public OctaEnvironment Environment { get; internal set; }

    /// <summary>True when a sandbox on this machine answers.</summary>
    public bool Sandbox => BaseUri.IsLoopback;

    /// <summary>Key Id of the account.</summary>
    public string KeyId => credential.UserName;

    /// <summary>Address of the proxy; null for the system's.</summary>
    public Uri? Proxy { get; internal set; }

    internal SellerDetails? Seller { get; set; }

    internal ICredentials? ProxyCredentials { get; set; }

    internal int? ThrottleLimit { get; set; }

    /// <summary>The client of this connection; connections to the server are kept between commands.</summary>
    internal OctaClient Client(int connectionLimit)
    {
        lock (gate)
        {
            if (client is not null && clientLimit >= connectionLimit)
                return client;
            // The one before is left to itself: another command may still use it, and else it holds nothing but idle sockets.
            client = new OctaClient(new ClientSettings
            {
                BaseUri = BaseUri,
                Credential = credential,
                ConnectionLimit = connectionLimit,
                Proxy = Proxy,
                ProxyCredentials = ProxyCredentials,
            });
            clientLimit = connectionLimit;
            return client;
        }
    }

    /// <summary>Closes the sockets; the connection opens new ones when it is used again.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            client?.Dispose();
            client = null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({BaseUri})";
}
