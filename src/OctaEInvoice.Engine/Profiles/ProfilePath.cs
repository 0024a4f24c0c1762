namespace OctaEInvoice.Engine.Profiles;

/// <summary>Where the profiles are.</summary>
public static class ProfilePath
{
    /// <summary>Environment variable that names another file, for accounts without a home and for a file that several accounts share.</summary>
    public const string Variable = "OCTA_PROFILE_PATH";

    /// <summary>The file of this account.</summary>
    /// <returns>
    /// What OCTA_PROFILE_PATH names; else OctaEInvoice/profiles.json in %APPDATA% (Windows), in $XDG_CONFIG_HOME or
    /// ~/.config (Linux), in ~/Library/Application Support (macOS).
    /// </returns>
    /// <exception cref="ProfileFileException">The account has no folder for configuration.</exception>
    public static string Current()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
            return Path.GetFullPath(named);
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (folder.Length == 0)
            throw new ProfileFileException($"This account has no folder for its configuration. Set the environment variable {Variable} to a file that it may read and write.");
        return Path.Combine(folder, "OctaEInvoice", "profiles.json");
    }
}
