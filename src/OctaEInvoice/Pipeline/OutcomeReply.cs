using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Operations;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>The outcome of a cancellation or of an e-way bill: a result that is written as it is, or one error record.</summary>
internal sealed class OutcomeReply<T>(WindowedCommand command, CallOutcome<T> outcome, object? target) : IReply
    where T : class
{
    public bool IsSuccess => outcome.IsDone;

    public void Write()
    {
        if (outcome.Result is T result)
            command.WriteObject(result);
        else if (!command.IsSaidByTheStop(outcome.Errors))
            command.WriteFailure(outcome.ToErrorRecord(target));
    }
}
