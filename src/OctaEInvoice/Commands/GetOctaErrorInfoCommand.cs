using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
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
            if (WildcardPattern.ContainsWildcardCharacters(code))
                WriteObject(Matching(code.Trim()), enumerateCollection: true);
            else if (ErrorCatalogue.Find(code) is ErrorInfo info)
                WriteObject(info);
            else
                WriteError(new ItemNotFoundException($"No code '{code}' is known.")
                    .ToRecord("OctaUnknownCode", ErrorCategory.ObjectNotFound, code, ErrorCatalogue.GeneralRemedy));
        }
    }

    // _3109 is found without its underscore too, as by its whole code. A pattern that PowerShell can't read, such as [, matches nothing.
    private static List<ErrorInfo> Matching(string code)
    {
        var pattern = WildcardPattern.Get(code, WildcardOptions.IgnoreCase);
        try
        {
            return [.. ErrorCatalogue.All.Where(info => pattern.IsMatch(info.Code) || pattern.IsMatch(info.Code.TrimStart('_')))];
        }
        catch (WildcardPatternException)
        {
            return [];
        }
    }
}
