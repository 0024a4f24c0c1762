using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Where the secrets of a profile are.</summary>
/// <param name="Vault">Name of the vault.</param>
/// <param name="Key">Name of the secret with Key Id and Key Secret.</param>
/// <param name="Proxy">Name of the secret with the proxy's credential.</param>
internal sealed record ProfileSecrets(string? Vault, string? Key, string? Proxy)
{
    /// <summary>A name for the key's secret that every kind of vault takes: letters, digits and hyphens; of no other profile.</summary>
    internal static string NameFor(string profile, string vault, ProfileFile file)
    {
        string plain = "OctaEInvoice-" + new string([.. profile.Select(character => character < 128 && char.IsLetterOrDigit(character) ? character : '-')]);
        string name = plain;
        for (int number = 2; file.All.Any(other => !string.Equals(other.Name, profile, StringComparison.OrdinalIgnoreCase) && other.Uses(vault, name)); number++)
            name = FormattableString.Invariant($"{plain}-{number}");
        return name;
    }
}

/// <summary>Says which profiles use a secret.</summary>
internal static class SecretUse
{
    /// <summary>True when the profile uses this secret of this vault.</summary>
    internal static bool Uses(this OctaProfile profile, string vault, string secret) =>
        string.Equals(profile.VaultName, vault, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(profile.SecretName, secret, StringComparison.OrdinalIgnoreCase) || string.Equals(profile.ProxySecretName, secret, StringComparison.OrdinalIgnoreCase));
}
