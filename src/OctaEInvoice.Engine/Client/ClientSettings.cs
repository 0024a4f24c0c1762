using System.Net;

namespace OctaEInvoice.Engine.Client;

/// <summary>Where and how a client connects.</summary>
public sealed class ClientSettings
{
    /// <summary>The host that octa-api.txt names.</summary>
    public static readonly Uri DefaultBaseUri = new("https://bills.octagst.com/");

    /// <summary>Address of the server; https, or http on loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>Key Id and Key Secret.</summary>
    public required NetworkCredential Credential { get; init; }

    /// <summary>Requests in flight at most.</summary>
    public int ConnectionLimit { get; init; } = 8;

    /// <summary>The clock that a Retry-After with a date is counted from when the server sends no date of its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Address of a proxy; null for the system's. A server on loopback is always reached without one.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What the proxy asks for, given or the system's; null for none.</summary>
    public ICredentials? ProxyCredentials { get; init; }
}
