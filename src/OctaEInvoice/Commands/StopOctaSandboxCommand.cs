using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;

namespace OctaEInvoice.Commands;

/// <summary>Stops sandboxes of this process; without parameters all of them.</summary>
[Cmdlet(VerbsLifecycle.Stop, "OctaSandbox", DefaultParameterSetName = AllSet, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopOctaSandboxCommand : PSCmdlet
{
    private const string AllSet = "All";

    /// <summary>TCP port of the sandbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Port")]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool any = false;
        foreach (OctaSandbox sandbox in Sandboxes.All)
        {
            if (ParameterSetName != AllSet && sandbox.Port != Port)
                continue;
            any = true;
            if (ShouldProcess(sandbox.BaseUri.ToString(), "Stop sandbox"))
                Stop(sandbox);
        }
        if (!any && ParameterSetName != AllSet)
            WriteError(new InvalidOperationException($"No sandbox of this process listens on port {Port}.")
                .ToRecord("OctaSandboxNotFound", ErrorCategory.ObjectNotFound, Port, "Start one by Start-OctaSandbox, or stop all by Stop-OctaSandbox without a port."));
    }

    // A connection to a sandbox that is gone would only make the next command fail in an unclear way.
    private static void Stop(OctaSandbox sandbox)
    {
        Sandboxes.Stop(sandbox);
        if (Session.Current?.BaseUri == sandbox.BaseUri)
            Session.Current = null;
    }
}
