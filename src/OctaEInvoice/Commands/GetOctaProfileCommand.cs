using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands;

/// <summary>Gives the profiles of this account; no vault is opened for it.</summary>
[Cmdlet(VerbsCommon.Get, "OctaProfile", DefaultParameterSetName = NameSet)]
[OutputType(typeof(OctaProfile))]
public sealed class GetOctaProfileCommand : PSCmdlet
{
    private const string NameSet = "Name";

    /// <summary>Names, wildcards allowed; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The default profile alone.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Default")]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ProfileFile file = Profiles.Read(this);
        if (Default)
            WriteDefault(file);
        else if (Name is null)
            WriteObject(file.All, enumerateCollection: true);
        else
            foreach (string name in Name)
                WriteNamed(file, name);
    }

    private void WriteDefault(ProfileFile file)
    {
        if (file.Default is OctaProfile profile)
            WriteObject(profile);
    }

    private void WriteNamed(ProfileFile file, string name)
    {
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            WriteObject(file.All.Where(profile => pattern.IsMatch(profile.Name)), enumerateCollection: true);
        }
        else if (file.Find(name) is OctaProfile profile)
            WriteObject(profile);
        else
            WriteError(Profiles.NotFound(file, name));
    }
}
