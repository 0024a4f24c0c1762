using System.Management.Automation;
using OctaEInvoice.Commands.Connections;

namespace OctaEInvoice.Commands;

/// <summary>Gives the open connection of this runspace; nothing when none is open.</summary>
[Cmdlet(VerbsCommon.Get, "OctaConnection")]
[OutputType(typeof(OctaConnection))]
public sealed class GetOctaConnectionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Session.Current is OctaConnection connection)
            WriteObject(connection);
    }
}
