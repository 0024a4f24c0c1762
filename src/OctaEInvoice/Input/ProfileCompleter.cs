using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands.Input;

/// <summary>Completes names of profiles, in quotes where they need them, with GSTIN and seller as the tooltip.</summary>
internal sealed class ProfileCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = wordToComplete.Trim('\'', '"');
        foreach (OctaProfile profile in Profiles())
            if (profile.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                yield return new CompletionResult(Quoted(profile.Name), profile.Name, CompletionResultType.ParameterValue, ToolTip(profile));
    }

    // A file that can't be read is an error of the command, not of the Tab key.
    private static IReadOnlyList<OctaProfile> Profiles()
    {
        try
        {
            return new ProfileStore().Read().All;
        }
        catch (ProfileFileException)
        {
            return [];
        }
    }

    private static string Quoted(string name) =>
        char.IsLetter(name[0]) && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.')
            ? name
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";

    private static string ToolTip(OctaProfile profile) =>
        $"{profile.Gstin ?? "any seller"} {profile.Seller?.LegalName} {profile.Environment}".Replace("  ", " ");
}
