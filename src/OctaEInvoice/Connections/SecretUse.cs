namespace OctaEInvoice.Commands.Connections;

/// <summary>Says which profiles use a secret.</summary>
internal static class SecretUse
{
    /// <summary>True when the profile uses this secret of this vault.</summary>
    internal static bool Uses(this OctaProfile profile, string vault, string secret) =>
        string.Equals(profile.VaultName, vault, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(profile.SecretName, secret, StringComparison.OrdinalIgnoreCase) || string.Equals(profile.ProxySecretName, secret, StringComparison.OrdinalIgnoreCase));
}
