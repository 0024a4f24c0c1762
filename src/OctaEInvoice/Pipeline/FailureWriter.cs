using System.Management.Automation;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>
/// Writes the errors of a windowed command. One that will end the pipeline (-ErrorAction Stop) waits until the successes in
/// flight are written: a registered document must not go without its result.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="window">What is in flight.</param>
/// <param name="beforeLast">Called before the error that ends the pipeline; may end it by another one.</param>
internal sealed class FailureWriter(PSCmdlet command, ReplyWindow window, Action beforeLast)
{
    private bool isSettling;

    /// <summary>Writes an error; while the successes in flight are written before another one, nothing.</summary>
    internal void Write(ErrorRecord error)
    {
        if (isSettling)
            return;
        if (ErrorsEndThePipeline())
        {
            isSettling = true;
            window.WriteSuccesses();
            isSettling = false;
            beforeLast();
        }
        command.WriteError(error);
    }

    private bool ErrorsEndThePipeline()
    {
        object? preference = command.MyInvocation.BoundParameters.TryGetValue("ErrorAction", out object? bound) ? bound : command.GetVariableValue("ErrorActionPreference");
        return string.Equals(preference?.ToString(), "Stop", StringComparison.OrdinalIgnoreCase);
    }
}
