using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;

namespace OctaEInvoice.Commands;

/// <summary>Opens a connection for this runspace: to Octa by profile or credential, or to a sandbox on this machine.</summary>
[Cmdlet(VerbsCommunications.Connect, "Octa", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(OctaConnection))]
public sealed class ConnectOctaCommand : PSCmdlet
{
    private const string CredentialSet = "Credential";
    private const string ProfileSet = "Profile";
    private const string SandboxSet = "Sandbox";

    /// <summary>Name of a profile, made by Set-OctaProfile.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ProfileSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "";

    /// <summary>Key Id and Key Secret; without it the environment variables OCTA_KEY_ID and OCTA_KEY_SECRET, or else the default profile.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
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

    /// <summary>Address of a proxy; without it the profile's or the system's. A server on this machine is reached without one.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Credential for the proxy.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>The proxy is used with this account's own credential.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
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
        OctaConnection connection = ParameterSetName switch
        {
            SandboxSet => ToSandbox(),
            ProfileSet => Profiles.Open(this, Profile, ProxyGiven),
            _ => ToServer(),
        };
        if (Gstin is not null)
            connection.Gstin = Gstin.Trim().ToUpperInvariant();
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

    private ProxyChoice? ProxyGiven => ProxyChoice.Of(Proxy, ProxyCredential, ProxyUseDefaultCredentials);

    private OctaConnection ToServer()
    {
        if (Credential is not null)
            return ConnectionMaker.With(this, ConnectionMaker.Key(Credential), BaseUri, "Credential", ProxyGiven);
        if (ConnectionMaker.FromEnvironment() is NetworkCredential key)
            return ConnectionMaker.With(this, key, BaseUri, "Environment variables", ProxyGiven);
        // -BaseUri goes with a key that is given; a profile has an address of its own.
        if (BaseUri is null && Profiles.OpenDefault(this, ProxyGiven) is OctaConnection connection)
            return connection;
        ThrowTerminatingError(new InvalidOperationException("No credential is given, and there is no default profile.")
            .ToRecord("OctaNoCredential", ErrorCategory.AuthenticationError, null, "Give -Profile, or -Credential with Key Id and Key Secret (Octa's portal, ERP Keys), or try everything without an account by Connect-Octa -Sandbox."));
        return null!;
    }
}
