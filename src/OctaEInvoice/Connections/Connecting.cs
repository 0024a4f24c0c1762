using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Endpoints;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Makes connections of credentials and addresses.</summary>
internal static class Connecting
{
    internal const string KeyIdVariable = "OCTA_KEY_ID";
    internal const string KeySecretVariable = "OCTA_KEY_SECRET";

    /// <summary>A connection; an address that the key may not travel to ends the command.</summary>
    internal static OctaConnection With(PSCmdlet command, NetworkCredential credential, Uri? baseUri, string name)
    {
        var connection = new OctaConnection(credential, baseUri ?? ClientSettings.DefaultBaseUri) { Name = name };
        try
        {
            connection.Client(1, TimeSpan.FromSeconds(100));
        }
        catch (ArgumentException fault)
        {
            command.ThrowTerminatingError(fault.ToRecord("OctaBaseUriRefused", ErrorCategory.InvalidArgument, baseUri, "Give an address that begins with https://."));
        }
        return connection;
    }

    /// <summary>The key that a CI runner keeps in its environment; null when it is not there.</summary>
    internal static NetworkCredential? FromEnvironment()
    {
        string? id = System.Environment.GetEnvironmentVariable(KeyIdVariable);
        string? secret = System.Environment.GetEnvironmentVariable(KeySecretVariable);
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret) ? null : new NetworkCredential(id, secret);
    }
}
