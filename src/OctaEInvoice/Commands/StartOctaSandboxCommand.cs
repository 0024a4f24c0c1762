using System.Management.Automation;
using System.Net.Sockets;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;

namespace OctaEInvoice.Commands;

/// <summary>Starts a sandbox in this process: an Octa server on loopback that keeps NIC's rules and registers nothing.</summary>
[Cmdlet(VerbsLifecycle.Start, "OctaSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(OctaSandbox))]
public sealed class StartOctaSandboxCommand : PSCmdlet
{
    /// <summary>TCP port, 1 to 65535; without it a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>A file that keeps the sandbox's documents, so that they survive a restart.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Share of requests that go wrong, 0 to 1: delays, cuts, lost answers, 429, 5xx, strange pages and late effects.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; }

    /// <summary>The same seed gives the n-th request the same trouble.</summary>
    [Parameter]
    public int FaultSeed { get; set; } = 1;

    /// <summary>How long each answer is held back, in milliseconds, 0 to 60000.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    public int LatencyMilliseconds { get; set; }

    internal static OctaSandbox Start(int port, string? statePath) => Start(new SandboxOptions { Port = port, StatePath = statePath });

    private static OctaSandbox Start(SandboxOptions options)
    {
        var sandbox = new OctaSandbox(SandboxServer.Start(options), options.StatePath);
        Sandboxes.Add(sandbox);
        return sandbox;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string? state = StatePath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(StatePath);
        if (!ShouldProcess(Port == 0 ? "a free port of 127.0.0.1" : $"127.0.0.1:{Port}", "Start sandbox"))
            return;
        try
        {
            WriteObject(Start(Options(state)));
        }
        catch (SocketException fault)
        {
            ThrowTerminatingError(fault.ToRecord("OctaSandboxPort", ErrorCategory.ResourceUnavailable, Port, $"Port {Port} is taken or not allowed: give another -Port, or leave it out for a free one."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            ThrowTerminatingError(fault.ToRecord("OctaSandboxState", ErrorCategory.OpenError, state, "Give -StatePath a file in a folder that you may write to, made by a sandbox or not there yet."));
        }
    }

    private SandboxOptions Options(string? state) => new()
    {
        Port = Port,
        StatePath = state,
        Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
        Faults = FaultRate > 0 ? new SeededFaults(new FaultSettings { Rate = FaultRate, Seed = FaultSeed }) : null,
    };
}
