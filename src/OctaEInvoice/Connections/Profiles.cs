using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Opens profiles: their file, then the vault that they name.</summary>
internal static class Profiles
{
    /// <summary>Opens a profile by its name; one that is not there ends the command.</summary>
    internal static OctaConnection Open(PSCmdlet command, string name, ProxyChoice? proxy = null)
    {
        ProfileFile file = Read(command);
        if (file.Find(name) is OctaProfile profile)
            return Open(command, profile, proxy);
        command.ThrowTerminatingError(NotFound(file, name));
        return null!;
    }

    /// <summary>Opens the default profile; null when there is none.</summary>
    internal static OctaConnection? OpenDefault(PSCmdlet command, ProxyChoice? proxy = null) =>
        Read(command).Default is OctaProfile profile ? Open(command, profile, proxy) : null;

    /// <summary>Reads the file; one that can't be read ends the command.</summary>
    internal static ProfileFile Read(PSCmdlet command)
    {
        try
        {
            return new ProfileStore().Read();
        }
        catch (ProfileFileException fault)
        {
            command.ThrowTerminatingError(ToRecord(fault));
            return null!;
        }
    }

    /// <summary>The error of a name that no profile has.</summary>
    internal static ErrorRecord NotFound(ProfileFile file, string name)
    {
        string known = file.All.Count == 0 ? "there are none yet" : "known are " + string.Join(", ", file.All.Select(other => other.Name));
        return new InvalidOperationException($"There is no profile '{name}'; {known}.")
            .ToRecord("OctaProfileNotFound", ErrorCategory.ObjectNotFound, name, "Make it by Set-OctaProfile, as the account that runs the script, or list what there is by Get-OctaProfile.");
    }

    /// <summary>The error of a file that can't be read or written.</summary>
    internal static ErrorRecord ToRecord(this ProfileFileException fault) => fault.ToRecord(
        "OctaProfileFile", ErrorCategory.OpenError, null, $"Mend the file or its rights, or delete it and make the profiles again by Set-OctaProfile; the keys in the vault stay. {ProfilePath.Variable} names another file.");

    private static OctaConnection Open(PSCmdlet command, OctaProfile profile, ProxyChoice? proxy)
    {
        if (profile.VaultName is null || profile.SecretName is null)
            command.ThrowTerminatingError(new InvalidOperationException($"The profile '{profile.Name}' names no secret that holds its key.")
                .ToRecord("OctaProfileWithoutKey", ErrorCategory.InvalidOperation, profile.Name, "Store the key by Set-OctaProfile -Credential, or name vault and secret by -VaultName and -SecretName."));
        try
        {
            PSCredential key = SecretVault.Read(command, profile.VaultName!, profile.SecretName!);
            OctaConnection connection = ConnectionMaker.With(command, ConnectionMaker.Key(key), profile.BaseUri, profile.Name, ProxyOf(command, profile, proxy));
            connection.Gstin = profile.Gstin;
            connection.Seller = profile.Seller;
            connection.Environment = profile.Environment;
            connection.ThrottleLimit = profile.ThrottleLimit;
            return connection;
        }
        catch (VaultException fault)
        {
            command.ThrowTerminatingError(fault.Record);
            return null!;
        }
    }

    // A proxy that the command names is another one than the profile's, whose credential it must not see.
    private static ProxyChoice? ProxyOf(PSCmdlet command, OctaProfile profile, ProxyChoice? given)
    {
        if (given is not null)
            return given.Address is null ? given with { Address = profile.Proxy } : given;
        PSCredential? credential = profile.ProxySecretName is string name ? SecretVault.Read(command, profile.VaultName!, name) : null;
        return ProxyChoice.Of(profile.Proxy, credential, profile.ProxyUseDefaultCredentials);
    }
}
