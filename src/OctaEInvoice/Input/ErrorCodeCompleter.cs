using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Commands.Input;

/// <summary>Completes error codes, with their meaning as the tooltip.</summary>
internal sealed class ErrorCodeCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        foreach (ErrorInfo info in ErrorCatalogue.All)
            if (info.Code.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
                yield return new CompletionResult(info.Code, info.Code, CompletionResultType.ParameterValue, info.Meaning);
    }
}
