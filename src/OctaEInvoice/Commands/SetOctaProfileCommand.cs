using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Commands;

/// <summary>Makes a profile, or changes what is given of one that exists. A key goes into a SecretManagement vault, never into the profile.</summary>
[Cmdlet(VerbsCommon.Set, "OctaProfile", SupportsShouldProcess = true)]
[OutputType(typeof(OctaProfile))]
public sealed class SetOctaProfileCommand : PSCmdlet
{
    /// <summary>Name of the profile, at most 64 characters, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^[^\\s\\*\\?\\[\\]\\p{C}]([^\\*\\?\\[\\]\\p{C}]{0,62}[^\\s\\*\\?\\[\\]\\p{C}])?$")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Name { get; set; } = "";

    /// <summary>GSTIN of the seller; empty when each document names its own.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ValidatePattern("^\\s*([0-9]{2}[0-9A-Za-z]{13})?\\s*$")]
    public string? Gstin { get; set; }

    /// <summary>Key Id and Key Secret, to be stored in the vault.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Name of a registered vault; without it the profile's, or the default one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? VaultName { get; set; }

    /// <summary>Name of the secret in the vault; without it the profile's, or one made of its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? SecretName { get; set; }

    /// <summary>Address of the server; empty for Octa's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public Uri? BaseUri { get; set; }

    /// <summary>Production or Test; without it Production, and Test on this machine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public OctaEnvironment Environment { get; set; }

    /// <summary>Address of a proxy, without a password in it; empty for the system's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public Uri? Proxy { get; set; }

    /// <summary>Credential for the proxy, to be stored in the vault.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>The proxy is used with the account's own credential.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Requests in flight at most, 1 to 256; 0 for the commands' own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, 256)]
    public int ThrottleLimit { get; set; }

    /// <summary>Legal name of the seller, as on the PAN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? LegalName { get; set; }

    /// <summary>Trade name of the seller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? TradeName { get; set; }

    /// <summary>First line of the seller's address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Address1 { get; set; }

    /// <summary>Second line of the seller's address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Address2 { get; set; }

    /// <summary>City, town or village of the seller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Location { get; set; }

    /// <summary>PIN code of the seller, 100000 to 999999.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(100000, 999999)]
    public int Pin { get; set; }

    /// <summary>State code of the seller, two digits; without it that of the GSTIN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ValidatePattern("^([0-9]{1,2})?$")]
    public string? StateCode { get; set; }

    /// <summary>Phone number of the seller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Phone { get; set; }

    /// <summary>E-mail address of the seller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Email { get; set; }

    /// <summary>Makes it the profile that is used when nothing else is given; -Default:$false takes that back.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <summary>Replaces a secret of another origin that has the name given by -SecretName.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the profile.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Check();
            Set();
        }
        catch (ArgumentException fault)
        {
            WriteError(fault.ToRecord("OctaProfileRefused", ErrorCategory.InvalidArgument, Name, "Give what the message asks for; nothing was changed."));
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

    private void Check()
    {
        if (BaseUri is { OriginalString.Length: > 0 })
            BaseUri = ServerAddress.Checked(BaseUri);
        if (Proxy is { OriginalString.Length: > 0 })
            ProxyAddress.Checked(Proxy);
        if (Credential is not null && (Credential.UserName.Length == 0 || Credential.Password.Length == 0))
            throw new ArgumentException("The credential lacks its Key Id or its Key Secret.");
    }

    private void Set()
    {
        var store = new ProfileStore();
        ProfileFile before = store.Read();
        OctaProfile? old = before.Find(Name);
        if (!ShouldProcess($"Profile '{old?.Name ?? Name}'", (old is null ? "Create" : "Change") + (Credential is null ? "" : ", and store the key in the vault")))
            return;
        ProfileSecrets secrets = Store(before, old);
        OctaProfile made = store.Change(file => Put(file, secrets));
        if (PassThru)
            WriteObject(made);
    }

    private OctaProfile Put(ProfileFile file, ProfileSecrets secrets)
    {
        OctaProfile profile = file.Find(Name) ?? new OctaProfile { Name = Name };
        profile.VaultName = secrets.Vault;
        profile.SecretName = secrets.Key;
        profile.ProxySecretName = secrets.Proxy;
        SetServer(profile);
        SetSeller(profile);
        if (IsGiven(nameof(ThrottleLimit)))
            profile.ThrottleLimit = ThrottleLimit == 0 ? null : ThrottleLimit;
        if (IsGiven(nameof(Default)))
            profile.IsDefault = Default;
        file.Put(profile);
        return profile;
    }

    // Secrets are stored before the profile, so that a profile never names one that is not there.
    private ProfileSecrets Store(ProfileFile file, OctaProfile? old)
    {
        string? vault = Given(nameof(VaultName), VaultName, old?.VaultName);
        string? key = Given(nameof(SecretName), SecretName, old?.SecretName);
        string? proxy = IsGiven(nameof(Proxy)) || ProxyUseDefaultCredentials ? null : old?.ProxySecretName;
        if (vault is null && (Credential is not null || ProxyCredential is not null || key is not null))
            vault = SecretVault.Default(this);
        if (Credential is not null)
        {
            bool isOurs = key is null || Force || old?.Uses(vault!, key) == true;
            key ??= ProfileSecrets.NameFor(Name, vault!, file);
            SecretVault.Write(this, vault!, key, Credential, isOurs);
        }
        if (ProxyCredential is not null)
        {
            proxy = (key ?? ProfileSecrets.NameFor(Name, vault!, file)) + "-proxy";
            SecretVault.Write(this, vault!, proxy, ProxyCredential, replace: true);
        }
        return new ProfileSecrets(vault, key, proxy);
    }

    private void SetServer(OctaProfile profile)
    {
        if (IsGiven(nameof(BaseUri)))
        {
            bool wasLocal = profile.BaseUri?.IsLoopback == true;
            profile.BaseUri = BaseUri is { OriginalString.Length: > 0 } ? BaseUri : null;
            bool isLocal = profile.BaseUri?.IsLoopback == true;
            if (isLocal != wasLocal)
                profile.Environment = isLocal ? OctaEnvironment.Test : OctaEnvironment.Production;
        }
        if (IsGiven(nameof(Environment)))
            profile.Environment = Environment;
        if (IsGiven(nameof(Proxy)))
            profile.Proxy = Proxy is { OriginalString.Length: > 0 } ? Proxy : null;
        if (IsGiven(nameof(ProxyUseDefaultCredentials)))
            profile.ProxyUseDefaultCredentials = ProxyUseDefaultCredentials;
        else if (ProxyCredential is not null)
            profile.ProxyUseDefaultCredentials = false;
    }

    private void SetSeller(OctaProfile profile)
    {
        string? gstin = Given(nameof(Gstin), Gstin?.ToUpperInvariant(), profile.Gstin);
        SellerDetails seller = profile.Seller ?? new SellerDetails();
        // Another company: its documents must not carry the name and address of the one before.
        if (profile.Gstin is not null && gstin != profile.Gstin)
        {
            WriteWarning($"The profile '{profile.Name}' is now for another GSTIN: name and address of {profile.Gstin} are taken out of it.");
            seller = new SellerDetails();
        }
        profile.Gstin = gstin;
        seller.LegalName = Given(nameof(LegalName), LegalName, seller.LegalName);
        seller.TradeName = Given(nameof(TradeName), TradeName, seller.TradeName);
        seller.Address1 = Given(nameof(Address1), Address1, seller.Address1);
        seller.Address2 = Given(nameof(Address2), Address2, seller.Address2);
        seller.Location = Given(nameof(Location), Location, seller.Location);
        seller.Pin = IsGiven(nameof(Pin)) ? Pin : seller.Pin;
        seller.Phone = Given(nameof(Phone), Phone, seller.Phone);
        seller.Email = Given(nameof(Email), Email, seller.Email);
        seller.Gstin = gstin;
        seller.StateCode = Given(nameof(StateCode), StateCode?.PadLeft(2, '0'), seller.StateCode) ?? gstin?.Substring(0, 2);
        profile.Seller = seller.LegalName is null && seller.Address1 is null && seller.TradeName is null && seller.Location is null && seller.Pin is null ? null : seller;
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    // A text that is given empty takes the old one away.
    private string? Given(string parameter, string? value, string? old) =>
        !IsGiven(parameter) ? old : string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
