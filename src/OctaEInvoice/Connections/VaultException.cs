using System.Management.Automation;

namespace OctaEInvoice.Commands.Connections;

/// <summary>A step towards a secret that failed, with the error record that says which and what to do.</summary>
internal sealed class VaultException(ErrorRecord record) : Exception(record.Exception.Message, record.Exception)
{
    /// <summary>What the command writes or ends with.</summary>
    internal ErrorRecord Record { get; } = record;
}
