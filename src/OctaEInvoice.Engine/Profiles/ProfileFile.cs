namespace OctaEInvoice.Engine.Profiles;

/// <summary>What the file of profiles holds.</summary>
public sealed class ProfileFile
{
    private readonly List<OctaProfile> profiles = [];

    /// <summary>The profiles, in the order of their names.</summary>
    public IReadOnlyList<OctaProfile> All => profiles;

    /// <summary>The profile that is used when nothing else is given; null when there is none.</summary>
    public OctaProfile? Default => profiles.Find(profile => profile.IsDefault);

    /// <summary>Finds a profile.</summary>
    /// <param name="name">Its name, in any letter case.</param>
    /// <returns>The profile, or null.</returns>
    public OctaProfile? Find(string name) => profiles.Find(profile => IsNamed(profile, name));

    /// <summary>Adds a profile, or puts it in the place of the one of its name.</summary>
    /// <param name="profile">The profile. When it is the default, no other is any more.</param>
    public void Put(OctaProfile profile)
    {
        Remove(profile.Name);
        if (profile.IsDefault)
            profiles.ForEach(other => other.IsDefault = false);
        profiles.Add(profile);
        profiles.Sort((left, right) => string.Compare(left.Name, right.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes a profile out.</summary>
    /// <param name="name">Its name, in any letter case.</param>
    /// <returns>False when there was none.</returns>
    public bool Remove(string name) => profiles.RemoveAll(profile => IsNamed(profile, name)) > 0;

    private static bool IsNamed(OctaProfile profile, string name) => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase);
}
