using System.Management.Automation;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>The answer to one call: its value is written as it is, a refusal is one error record.</summary>
internal sealed class AnswerReply<T>(WindowedCommand command, ServerAnswer<T> answer, Func<ServerAnswer<T>, ErrorRecord> toError) : IReply
    where T : class
{
    public bool IsSuccess => answer.Value is not null;

    public void Write()
    {
        if (answer.Value is T value)
            command.WriteObject(value);
        else if (!command.IsSaidByTheStop(answer.Errors))
            command.WriteFailure(toError(answer));
    }
}
