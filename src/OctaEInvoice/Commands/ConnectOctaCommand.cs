using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;

namespace OctaEInvoice.Commands;

/// <summary>Opens a connection for this runspace: to Octa by credential, or to a sandbox on this machine.</summary>
[Cmdlet(VerbsCommunications.Connect, "Octa", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(OctaConnection))]
public sealed class ConnectOctaCommand : PSCmdlet
{
    private const string CredentialSet = "Credential";
    private const string SandboxSet = "Sandbox";

    /// <summary>Key Id and Key Secret; without it the environment variables OCTA_KEY_ID and OCTA_KEY_SECRET.</summary>
    [Parameter(Position = 0, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Address of the server; without it Octa's own.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>Production or Test; without it Production, and Test on this machine.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    public OctaEnvironment Environment { get; set; }

    /// <summary>Address of a proxy; without it the system's.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Credential for the proxy.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>The proxy is used with this account's own credential.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Connects to a sandbox in this process and starts one when none runs; nothing is registered with the government.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>GSTIN of the seller; without it each document names its own.</summary>
    [Parameter]
    [ValidatePattern("^\\s*[0-9]{2}[0-9A-Za-z]{13}\\s*$")]
    public string? Gstin { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        OctaConnection connection = Sandbox ? ToSandbox() : ToServer();
        connection.Gstin = Gstin?.Trim().ToUpperInvariant();
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Environment)))
            connection.Environment = Environment;
        Session.Current = connection;
        WriteObject(connection);
    }

    private static OctaConnection ToSandbox()
    {
        OctaSandbox sandbox = Sandboxes.All.Count > 0 ? Sandboxes.All[0] : StartOctaSandboxCommand.Start(0, null);
        return new OctaConnection(sandbox.Credential.GetNetworkCredential(), sandbox.BaseUri) { Name = "Sandbox" };
    }

    private OctaConnection ToServer()
    {
        NetworkCredential? key = Credential?.GetNetworkCredential() ?? Connecting.FromEnvironment();
        if (key is null)
            ThrowTerminatingError(new InvalidOperationException("No credential is given.")
                .ToRecord("OctaNoCredential", ErrorCategory.AuthenticationError, null, "Give -Credential with Key Id and Key Secret (Octa's portal, ERP Keys), or try everything without an account by Connect-Octa -Sandbox."));
        OctaConnection connection = Connecting.With(this, key!, BaseUri, Credential is null ? "Environment variables" : "Credential");
        connection.Proxy = ProxyOrNull();
        return connection;
    }

    private WebProxy? ProxyOrNull()
    {
        if (Proxy is null)
            return null;
        var proxy = new WebProxy(Proxy) { UseDefaultCredentials = ProxyUseDefaultCredentials };
        if (ProxyCredential is not null)
            proxy.Credentials = ProxyCredential.GetNetworkCredential();
        return proxy;
    }
}
