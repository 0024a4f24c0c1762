using System.Collections.ObjectModel;
using System.Management.Automation;
using OctaEInvoice.Commands.Errors;

namespace OctaEInvoice.Commands.Connections;

/// <summary>
/// The user's vaults, through SecretManagement: called on the pipeline's thread, by its full name, and only when needed, so
/// that the module is no requirement. Each step that can fail has an error id of its own.
/// </summary>
internal static class SecretVault
{
    private const string FindModule = """
        if (-not (Get-Module -Name Microsoft.PowerShell.SecretManagement)) {
            Import-Module -Name Microsoft.PowerShell.SecretManagement -ErrorAction Stop -Verbose:$false
        }
        """;

    private const string FindVaults = "Microsoft.PowerShell.SecretManagement\\Get-SecretVault -ErrorAction Stop";

    // What the vault's own commands ask first. They would go on to ask for the password, as do Test-SecretVault and even
    // Get-SecretStoreConfiguration.
    private const string AskWhetherLocked = """
        param($Vault)
        $found = Microsoft.PowerShell.SecretManagement\Get-SecretVault -Name $Vault -ErrorAction Stop
        if ($found.ModuleName -ne 'Microsoft.PowerShell.SecretStore') { return $false }
        if (-not (Get-Module -Name Microsoft.PowerShell.SecretStore)) {
            Import-Module -Name $found.ModulePath -ErrorAction Stop -Verbose:$false
        }
        $names = $null
        $problem = ''
        try {
            $null = [Microsoft.PowerShell.SecretStore.LocalSecretStore]::GetInstance().EnumerateObjectInfo('OctaEInvoice', [ref] $names, $Vault, [ref] $problem)
            return $false
        }
        catch {
            $fault = $_.Exception
            while ($fault -and $fault.GetType().Name -ne 'PasswordRequiredException') { $fault = $fault.InnerException }
            return $null -ne $fault
        }
        """;

    private const string ReadSecret = "param($Vault, $Name) Microsoft.PowerShell.SecretManagement\\Get-Secret -Vault $Vault -Name $Name -ErrorAction Stop";

    private const string WriteSecret = """
        param($Vault, $Name, $Secret, $NoClobber)
        Microsoft.PowerShell.SecretManagement\Set-Secret -Vault $Vault -Name $Name -Secret $Secret -NoClobber:$NoClobber -ErrorAction Stop -Confirm:$false
        """;

    private const string RemoveSecret = "param($Vault, $Name) Microsoft.PowerShell.SecretManagement\\Remove-Secret -Vault $Vault -Name $Name -ErrorAction Stop -Confirm:$false";

    // SecretManagement runs every vault of a process in one runspace of its own, which one command at a time can use.
    private static readonly object Gate = new();

    /// <summary>Reads Key Id and Key Secret, or a proxy's credential.</summary>
    /// <exception cref="VaultException">A step failed; nothing was read.</exception>
    internal static PSCredential Read(PSCmdlet command, string vault, string name) => WithGate(command, () =>
    {
        Open(command, vault);
        Collection<PSObject> found = Run(command, ReadSecret, vault, name, vault, name);
        object? secret = found.Count == 1 ? found[0]?.BaseObject : null;
        return secret as PSCredential ?? throw WrongKind(vault, name, found.Count == 1 ? secret : found);
    });

    /// <summary>Stores a credential.</summary>
    /// <exception cref="VaultException">A step failed; nothing was stored.</exception>
    internal static void Write(PSCmdlet command, string vault, string name, PSCredential secret, bool replace) => WithGate(command, () =>
    {
        Open(command, vault);
        return Run(command, WriteSecret, vault, name, vault, name, secret, !replace);
    });

    /// <summary>Takes a secret out.</summary>
    /// <exception cref="VaultException">A step failed.</exception>
    internal static void Remove(PSCmdlet command, string vault, string name) => WithGate(command, () =>
    {
        Open(command, vault);
        return Run(command, RemoveSecret, vault, name, vault, name);
    });

    /// <summary>The vault that is used when none is named.</summary>
    /// <exception cref="VaultException">There is none, or several and none of them the default.</exception>
    internal static string Default(PSCmdlet command) => WithGate(command, () =>
    {
        Collection<PSObject> vaults = Vaults(command);
        foreach (PSObject vault in vaults)
            if (vaults.Count == 1 || vault.Properties["IsDefault"]?.Value is true)
                return (string)vault.Properties["Name"].Value;
        throw new VaultException(new InvalidOperationException("Several vaults are registered, and none of them is the default.")
            .ToRecord("OctaNoVault", ErrorCategory.InvalidOperation, null, "Name one by -VaultName, or make one the default by Set-SecretVaultDefault."));
    });

    private static void Open(PSCmdlet command, string vault)
    {
        Collection<PSObject> vaults = Vaults(command);
        if (!vaults.Any(known => string.Equals(known.Properties["Name"]?.Value as string, vault, StringComparison.OrdinalIgnoreCase)))
            throw new VaultException(new InvalidOperationException($"The vault '{vault}' is not registered for this account; registered are {string.Join(", ", vaults.Select(known => known.Properties["Name"]?.Value))}.")
                .ToRecord("OctaVaultNotFound", ErrorCategory.ObjectNotFound, vault, "Register it by Register-SecretVault as the account that runs the script (vaults belong to an account), or name another by Set-OctaProfile -VaultName."));
        if (Attendance.NobodyCanAnswer(command.Host) && Run(command, AskWhetherLocked, vault, "", vault).FirstOrDefault()?.BaseObject is true)
            throw Locked(vault, null);
    }

    private static Collection<PSObject> Vaults(PSCmdlet command)
    {
        try
        {
            Invoke(command, FindModule);
        }
        catch (RuntimeException fault)
        {
            throw new VaultException(new InvalidOperationException("The key is in a vault, and the module Microsoft.PowerShell.SecretManagement, which opens vaults, can't be loaded. " + fault.Message, fault)
                .ToRecord("OctaVaultModuleMissing", ErrorCategory.NotInstalled, "Microsoft.PowerShell.SecretManagement", "Install it: Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore. Or give the key by -Credential or by the environment variables OCTA_KEY_ID and OCTA_KEY_SECRET."));
        }
        Collection<PSObject> vaults = Run(command, FindVaults, "", "");
        if (vaults.Count > 0)
            return vaults;
        throw new VaultException(new InvalidOperationException("No vault is registered for this account.")
            .ToRecord("OctaNoVault", ErrorCategory.ObjectNotFound, null, "Register one: Register-SecretVault -Name OctaVault -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault."));
    }

    private static Collection<PSObject> Run(PSCmdlet command, string script, string vault, string name, params object[] arguments)
    {
        try
        {
            return Invoke(command, script, arguments);
        }
        catch (RuntimeException fault)
        {
            throw Failure(fault, vault, name);
        }
    }

    private static Collection<PSObject> Invoke(PSCmdlet command, string script, params object[] arguments)
    {
        ScriptBlock block = command.InvokeCommand.NewScriptBlock(script);
        return command.InvokeCommand.InvokeScript(true, block, null, arguments);
    }

    private static T WithGate<T>(PSCmdlet command, Func<T> act)
    {
        while (!Monitor.TryEnter(Gate, TimeSpan.FromMilliseconds(200)))
            if (command.Stopping)
                throw new PipelineStoppedException();
        try
        {
            return act();
        }
        finally
        {
            Monitor.Exit(Gate);
        }
    }

    private static VaultException Failure(RuntimeException fault, string vault, string name)
    {
        string id = fault.ErrorRecord?.FullyQualifiedErrorId ?? "";
        if (MeansLocked(fault))
            return Locked(vault, fault);
        if (id.StartsWith("GetSecretNotFound", StringComparison.Ordinal))
            return new VaultException(new InvalidOperationException($"The vault '{vault}' has no secret '{name}'.", fault)
                .ToRecord("OctaSecretNotFound", ErrorCategory.ObjectNotFound, name, "Store the key by Set-OctaProfile -Credential, or name the secret that has it by Set-OctaProfile -SecretName."));
        if (id.StartsWith("SetSecretCommandAlreadyExists", StringComparison.Ordinal))
            return new VaultException(new InvalidOperationException($"The vault '{vault}' has a secret '{name}' already.", fault)
                .ToRecord("OctaSecretExists", ErrorCategory.ResourceExists, name, "Give another -SecretName, or -Force to replace the secret, or leave -Credential out to use the one that is there."));
        return new VaultException(new InvalidOperationException($"The vault '{vault}' failed: {fault.GetBaseException().Message}", fault)
            .ToRecord("OctaVaultFailed", ErrorCategory.ResourceUnavailable, vault, $"Look into it by Test-SecretVault -Name {vault} -Verbose, as the account that runs the script."));
    }

    private static VaultException Locked(string vault, Exception? fault) => new(new InvalidOperationException($"The vault '{vault}' is locked.", fault)
        .ToRecord("OctaVaultLocked", ErrorCategory.AuthenticationError, vault, "Unlock it first: Unlock-SecretStore -Password (a SecureString). A script that runs unattended reads the password from where its account alone can, or uses a SecretStore with -Authentication None -Interaction None."));

    private static VaultException WrongKind(string vault, string name, object? secret) => new(new InvalidOperationException(
        $"The secret '{name}' in vault '{vault}' is {(secret is null ? "empty" : "a " + secret.GetType().Name)}, not a PSCredential with Key Id and Key Secret.")
        .ToRecord("OctaSecretKind", ErrorCategory.InvalidType, name, "Store the key by Set-OctaProfile -Credential (Get-Credential), with the Key Id as the user and the Key Secret as the password."));

    // Vaults have no common word for it; SecretManagement's own exception is what SecretStore throws and others may.
    private static bool MeansLocked(Exception fault)
    {
        for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
            if (inner.GetType().Name == "PasswordRequiredException" || (inner as RuntimeException)?.ErrorRecord?.Exception is Exception own && own != inner && own.GetType().Name == "PasswordRequiredException")
                return true;
        return false;
    }
}

/// <summary>A step towards a secret that failed, with the error record that says which and what to do.</summary>
internal sealed class VaultException(ErrorRecord record) : Exception(record.Exception.Message, record.Exception)
{
    /// <summary>What the command writes or ends with.</summary>
    internal ErrorRecord Record { get; } = record;
}
