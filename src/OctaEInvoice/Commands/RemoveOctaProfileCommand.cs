using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands;

/// <summary>Removes profiles, and on request their secrets from the vault.</summary>
[Cmdlet(VerbsCommon.Remove, "OctaProfile", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveOctaProfileCommand : PSCmdlet
{
    /// <summary>Names of profiles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Takes the key, and the proxy's credential, out of the vault too, unless another profile uses it.</summary>
    [Parameter]
    public SwitchParameter RemoveSecret { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            try
            {
                Remove(name);
            }
            catch (VaultException fault)
            {
                WriteError(fault.Record);
            }
            catch (ProfileFileException fault)
            {
                WriteError(fault.ToRecord());
            }
        }
    }

    private void Remove(string name)
    {
        ProfileFile file = Profiles.Read(this);
        if (file.Find(name) is not OctaProfile profile)
        {
            WriteError(Profiles.NotFound(file, name));
            return;
        }
        if (!ShouldProcess($"Profile '{profile.Name}'", RemoveSecret && profile.SecretName is not null ? $"Remove, with its secret '{profile.SecretName}' in vault '{profile.VaultName}'" : "Remove"))
            return;
        // The secret first: a profile that is gone could no longer say where its secret is.
        if (RemoveSecret)
        {
            RemoveUnlessShared(file, profile, profile.SecretName);
            RemoveUnlessShared(file, profile, profile.ProxySecretName);
        }
        new ProfileStore().Change(current => current.Remove(profile.Name));
    }

    private void RemoveUnlessShared(ProfileFile file, OctaProfile profile, string? secret)
    {
        if (secret is null || profile.VaultName is null)
            return;
        OctaProfile? other = file.All.FirstOrDefault(candidate => candidate.Name != profile.Name && candidate.Uses(profile.VaultName, secret));
        if (other is not null)
            WriteWarning($"The secret '{secret}' stays in vault '{profile.VaultName}': the profile '{other.Name}' uses it.");
        else
            RemoveIfThere(profile.VaultName, secret);
    }

    private void RemoveIfThere(string vault, string secret)
    {
        try
        {
            SecretVault.Remove(this, vault, secret);
        }
        catch (VaultException fault) when (fault.Record.FullyQualifiedErrorId == "OctaSecretNotFound")
        {
            WriteVerbose(fault.Message);
        }
    }
}
