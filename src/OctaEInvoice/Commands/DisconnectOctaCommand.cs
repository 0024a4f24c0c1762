using System.Management.Automation;
using OctaEInvoice.Commands.Connections;

namespace OctaEInvoice.Commands;

/// <summary>Closes the connection of this runspace. A sandbox keeps running until Stop-OctaSandbox.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Octa")]
[OutputType(typeof(void))]
public sealed class DisconnectOctaCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        OctaConnection? connection = Session.Current;
        Session.Current = null;
        connection?.Dispose();
        WriteVerbose(connection is null ? "No connection was open." : $"Closed the connection {connection}.");
    }
}
