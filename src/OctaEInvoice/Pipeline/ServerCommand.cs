using System.Management.Automation;
using System.Net;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>What all commands that call the server share: which connection, how many requests at once, how long to wait.</summary>
public abstract class ServerCommand : PSCmdlet
{
    /// <summary>An open connection, from Connect-Octa or Get-OctaConnection.</summary>
    [Parameter]
    [ValidateNotNull]
    public OctaConnection? Connection { get; set; }

    /// <summary>Name of a profile; it is opened for this command alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

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

    private protected OctaConnection ActiveConnection { get; private set; } = null!;

    private protected OctaClient Client => ActiveConnection.Client(ThrottleLimit);

    private protected ResilienceSettings Resilience => new()
    {
        AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxOutage = TimeSpan.FromMinutes(MaxOutageMinutes),
    };

    /// <summary>True when the connection was opened for this command alone, which then closes it.</summary>
    private protected bool OwnsConnection { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ActiveConnection = Resolve();
        OwnsConnection = ActiveConnection != Connection && ActiveConnection != Session.Current;
        if (ActiveConnection.ThrottleLimit is int limit && !MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)))
            ThrottleLimit = limit;
        WriteVerbose($"Uses the connection {ActiveConnection}.");
    }

    /// <summary>The GSTIN that a call needs: the command's own, else the connection's.</summary>
    private protected string? GstinOrError(string? given, object? target)
    {
        string? gstin = string.IsNullOrWhiteSpace(given) ? ActiveConnection.Gstin : given!.Trim().ToUpperInvariant();
        if (gstin is null)
            WriteError(new ArgumentException("No GSTIN of the seller is given, and the connection has none.")
                .ToRecord("OctaNoGstin", ErrorCategory.InvalidArgument, target, "Give -Gstin, or connect with -Gstin."));
        return gstin;
    }

    // The command's own choice first, then the open connection, the environment, the default profile.
    private OctaConnection Resolve()
    {
        RefuseContradictions();
        if (Connection is not null)
            return Connection;
        if (Credential is not null)
            return ConnectionMaker.With(this, ConnectionMaker.Key(Credential), BaseUri, "Credential");
        if (Profile is not null)
            return Profiles.Open(this, Profile);
        if (Session.Current is OctaConnection open)
            return open;
        if (ConnectionMaker.FromEnvironment() is NetworkCredential key)
            return ConnectionMaker.With(this, key, null, "Environment variables");
        if (Profiles.OpenDefault(this) is OctaConnection connection)
            return connection;
        ThrowTerminatingError(new InvalidOperationException("No connection is open, no credential is given and there is no default profile.")
            .ToRecord("OctaNoConnection", ErrorCategory.ConnectionError, null, "Open one by Connect-Octa, name a profile by -Profile, or try everything without an account by Connect-Octa -Sandbox."));
        return null!;
    }

    private void RefuseContradictions()
    {
        string[] given = [.. new[] { nameof(Connection), nameof(Credential), nameof(Profile) }.Where(MyInvocation.BoundParameters.ContainsKey).Select(name => "-" + name)];
        if (given.Length > 1)
            ThrowTerminatingError(new ArgumentException(string.Join(" and ", given) + " are given; a command uses one of them.")
                .ToRecord("OctaTwoConnections", ErrorCategory.InvalidArgument, null, "Leave all but one of them out."));
        if (BaseUri is not null && Credential is null)
            ThrowTerminatingError(new ArgumentException("-BaseUri is given without -Credential.")
                .ToRecord("OctaNoCredential", ErrorCategory.InvalidArgument, null, "Give -Credential too, or leave -BaseUri out to use the open connection or a profile."));
    }
}
