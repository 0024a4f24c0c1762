using System.Management.Automation;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>An error that was found before anything was asked of the server; it waits for its turn like the answers.</summary>
internal sealed class FailureReply(WindowedCommand command, ErrorRecord error) : IReply
{
    public bool IsSuccess => false;

    public void Write() => command.WriteFailure(error);
}
