using System.Management.Automation;
using System.Net;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Which proxy a connection takes, and what it shows it.</summary>
/// <param name="Address">Its address; null for the system's.</param>
/// <param name="Credentials">What it asks for; null for nothing.</param>
internal sealed record ProxyChoice(Uri? Address, ICredentials? Credentials)
{
    /// <summary>The choice of parameters; null when none of them is given.</summary>
    internal static ProxyChoice? Of(Uri? address, PSCredential? credential, bool useOwn)
    {
        if (address is null && credential is null && !useOwn)
            return null;
        return new ProxyChoice(address, credential is not null ? credential.GetNetworkCredential() : useOwn ? CredentialCache.DefaultCredentials : null);
    }
}
