using System.Management.Automation;
using OctaEInvoice.Commands.Completion;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Commands;

/// <summary>Explains error codes: every code of Octa and NIC with field, meaning and what to do.</summary>
[Cmdlet(VerbsCommon.Get, "OctaErrorInfo")]
[OutputType(typeof(ErrorInfo))]
public sealed class GetOctaErrorInfoCommand : PSCmdlet
{
    /// <summary>Codes such as OCTA-058 or 2150; wildcards allowed. Without it all codes.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    [Alias("ErrorCode")]
    [SupportsWildcards]
    public string[] Code { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Code.Length == 0)
            WriteObject(ErrorCatalogue.All, enumerateCollection: true);
        // A result's ErrorCode joins several by commas.
        foreach (string code in Code.SelectMany(codes => codes.Split(',')))
        {
            IReadOnlyList<ErrorInfo> found = ErrorCatalogue.Matching(code);
            WriteObject(found, enumerateCollection: true);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(code))
                WriteError(new ItemNotFoundException($"No code '{code}' is known.")
                    .ToRecord("OctaUnknownCode", ErrorCategory.ObjectNotFound, code, ErrorCatalogue.GeneralRemedy));
        }
    }
}
