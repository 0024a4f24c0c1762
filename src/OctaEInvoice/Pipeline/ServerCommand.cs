using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Resilience;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>What all commands that call the server share: which connection, how many requests at once, how long to wait.</summary>
public abstract class ServerCommand : PSCmdlet
{
    /// <summary>An open connection, from Connect-Octa or Get-OctaConnection.</summary>
    [Parameter]
    [ValidateNotNull]
    public OctaConnection? Connection { get; set; }

    /// <summary>Key Id and Key Secret, without a connection or profile.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Address of the server, with -Credential; https, or http on this machine.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>Requests in flight at most, 1 to 256.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Bound of one attempt in seconds, 1 to 3600.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How long an outage is waited out, in minutes, 0 to 1440.</summary>
    [Parameter]
    [ValidateRange(0, 1440)]
    public int MaxOutageMinutes { get; set; } = 30;

    private protected OctaConnection Opened { get; private set; } = null!;

    private protected OctaClient Client => Opened.Client(ThrottleLimit, TimeSpan.FromSeconds(TimeoutSec));

    private protected ResilienceSettings Resilience => new() { MostOutage = TimeSpan.FromMinutes(MaxOutageMinutes) };

    /// <inheritdoc/>
    protected override void BeginProcessing() => Opened = Resolve();

    /// <summary>The GSTIN that a call needs: the command's own, else the connection's.</summary>
    private protected string? GstinOrError(string? given, object? target)
    {
        string? gstin = string.IsNullOrWhiteSpace(given) ? Opened.Gstin : given!.Trim().ToUpperInvariant();
        if (gstin is null)
            WriteError(new ArgumentException("No GSTIN of the seller is given, and the connection has none.")
                .ToRecord("OctaNoGstin", ErrorCategory.InvalidArgument, target, "Give -Gstin, or connect with -Gstin."));
        return gstin;
    }

    // The command's own choice first, then the open connection, then the environment.
    private OctaConnection Resolve()
    {
        if (Connection is not null && Credential is not null)
            ThrowTerminatingError(new ArgumentException("-Connection and -Credential are both given; a command uses one of them.")
                .ToRecord("OctaTwoConnections", ErrorCategory.InvalidArgument, null, "Leave one of the two out."));
        if (Connection is not null)
            return Connection;
        if (Credential is not null)
            return Connecting.With(this, Credential.GetNetworkCredential(), BaseUri, "Credential");
        if (BaseUri is not null)
            ThrowTerminatingError(new ArgumentException("-BaseUri is given without -Credential.")
                .ToRecord("OctaNoCredential", ErrorCategory.InvalidArgument, BaseUri, "Give -Credential too, or leave -BaseUri out to use the open connection."));
        if (Session.Current is OctaConnection open)
            return open;
        if (Connecting.FromEnvironment() is NetworkCredential key)
            return Connecting.With(this, key, null, "Environment variables");
        ThrowTerminatingError(new InvalidOperationException("No connection is open and no credential is given.")
            .ToRecord("OctaNoConnection", ErrorCategory.ConnectionError, null, "Open one by Connect-Octa, or try everything without an account by Connect-Octa -Sandbox."));
        return null!;
    }
}
