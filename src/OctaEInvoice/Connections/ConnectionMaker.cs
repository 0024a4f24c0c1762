using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Makes connections of credentials and addresses.</summary>
internal static class ConnectionMaker
{
    internal const string KeyIdVariable = "OCTA_KEY_ID";
    internal const string KeySecretVariable = "OCTA_KEY_SECRET";

    /// <summary>A connection; an address that the key may not travel to ends the command.</summary>
    internal static OctaConnection With(PSCmdlet command, NetworkCredential credential, Uri? baseUri, string name, ProxyChoice? proxy = null)
    {
        Uri address = ClientSettings.DefaultBaseUri;
        try
        {
            address = ServerAddress.Checked(baseUri ?? address);
        }
        catch (ArgumentException fault)
        {
            command.ThrowTerminatingError(fault.ToRecord("OctaBaseUriRefused", ErrorCategory.InvalidArgument, null, "Give an address that begins with https://."));
        }
        try
        {
            if (proxy?.Address is not null)
                ProxyAddress.Checked(proxy.Address);
        }
        catch (ArgumentException fault)
        {
            command.ThrowTerminatingError(fault.ToRecord("OctaProxyRefused", ErrorCategory.InvalidArgument, null, "Give an address such as http://proxy.example.com:8080, and its user by -ProxyCredential."));
        }
        return new OctaConnection(credential, address) { Name = name, Proxy = proxy?.Address, ProxyCredentials = proxy?.Credentials };
    }

    /// <summary>Key Id and Key Secret as they were typed: a Key Id with @ or \ in it is no name of a domain.</summary>
    internal static NetworkCredential Key(PSCredential credential) => new(credential.UserName, credential.Password);

    /// <summary>The key that a CI runner keeps in its environment; null when it is not there.</summary>
    internal static NetworkCredential? FromEnvironment()
    {
        string? id = System.Environment.GetEnvironmentVariable(KeyIdVariable);
        string? secret = System.Environment.GetEnvironmentVariable(KeySecretVariable);
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret) ? null : new NetworkCredential(id, secret);
    }
}
