using System.Text;
using OctaEInvoice.Engine.Profiles;

namespace OctaEInvoice.Tests.Profiles;

public sealed class ProfileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("octa-profiles-").FullName;

    private string File => Path.Combine(folder, "sub", "profiles.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Gives_nothing_where_there_is_no_file()
    {
        Assert.Empty(new ProfileStore(File).Read().All);
        Assert.False(Directory.Exists(Path.GetDirectoryName(File)));
    }

    [Fact]
    public void Gives_back_every_field()
    {
        var profile = new OctaProfile
        {
            Name = "Mumbai \"Sales\" ₹",
            Gstin = "27AAACI1234F1Z5",
            BaseUri = new Uri("https://octa.example.com/x/"),
            Environment = OctaEnvironment.Test,
            VaultName = "Vault",
            SecretName = "OctaEInvoice-Mumbai",
            Proxy = new Uri("http://proxy.example.com:8080/"),
            ProxyUseDefaultCredentials = true,
            ProxySecretName = "OctaEInvoice-Mumbai-proxy",
            ThrottleLimit = 12,
            IsDefault = true,
            Seller = new SellerDetails
            {
                Gstin = "27AAACI1234F1Z5",
                LegalName = "मुंबई Ltd",
                TradeName = "Trade",
                Address1 = "1 Road",
                Address2 = "2nd floor",
                Location = "Mumbai",
                Pin = 400001,
                StateCode = "27",
                Phone = "9000000000",
                Email = "a@example.com",
            },
        };
        Put(profile);
        OctaProfile found = Assert.Single(new ProfileStore(File).Read().All);
        Assert.Equivalent(profile, found, strict: true);
        Assert.Contains("मुंबई Ltd", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_a_name_in_any_letter_case_and_has_one_default()
    {
        Put(new OctaProfile { Name = "Main", IsDefault = true });
        Put(new OctaProfile { Name = "Other", IsDefault = true });
        Put(new OctaProfile { Name = "MAIN", ThrottleLimit = 3 });
        ProfileFile file = new ProfileStore(File).Read();
        Assert.Equal(["MAIN", "Other"], file.All.Select(profile => profile.Name));
        Assert.Equal(3, file.Find("main")!.ThrottleLimit);
        Assert.Equal("Other", file.Default!.Name);
    }

    [Fact]
    public void Reads_what_a_person_wrote()
    {
        Write("\uFEFF{ // ours\n \"default\": \"b\", \"profiles\": [ { \"name\": \"B\", \"gstin\": null, \"colour\": \"red\", }, ], }");
        OctaProfile profile = new ProfileStore(File).Read().Default!;
        Assert.Equal("B", profile.Name);
        Assert.Null(profile.Gstin);
        Assert.Equal(OctaEnvironment.Production, profile.Environment);
    }

    [Fact]
    public void Writes_what_a_person_can_read()
    {
        Put(new OctaProfile
        {
            Name = "B & Söhne",
            Gstin = "27AAACI1234F1Z5",
            BaseUri = new Uri("https://octa.example.com"),
            VaultName = "Vault",
            SecretName = "Secret",
            Proxy = new Uri("http://proxy.example.com:8080"),
            ProxyUseDefaultCredentials = true,
            ProxySecretName = "Secret-proxy",
            ThrottleLimit = 12,
            IsDefault = true,
            Seller = new SellerDetails { Gstin = "27AAACI1234F1Z5", LegalName = "<B> \"₹\" मुंबई", Pin = 400001, StateCode = "27", Email = "a+b@example.com" },
        });
        Put(new OctaProfile { Name = "A", Environment = OctaEnvironment.Test });
        const string Expected = """
            {
              "version": 1,
              "default": "B & Söhne",
              "profiles": [
                {
                  "name": "A",
                  "environment": "Test"
                },
                {
                  "name": "B & Söhne",
                  "gstin": "27AAACI1234F1Z5",
                  "environment": "Production",
                  "baseUri": "https://octa.example.com/",
                  "vaultName": "Vault",
                  "secretName": "Secret",
                  "proxy": "http://proxy.example.com:8080/",
                  "proxyUseDefaultCredentials": true,
                  "proxySecretName": "Secret-proxy",
                  "throttleLimit": 12,
                  "seller": {
                    "gstin": "27AAACI1234F1Z5",
                    "legalName": "<B> \"₹\" मुंबई",
                    "pin": 400001,
                    "stateCode": "27",
                    "email": "a+b@example.com"
                  }
                }
              ]
            }

            """;
        Assert.Equal(Expected, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Passes_over_what_is_no_address_of_the_seller_and_no_yes_to_the_proxys_own_credential()
    {
        Write("{ \"profiles\": [ { \"name\": \"A\", /* later */ \"seller\": \"29\", \"proxyUseDefaultCredentials\": \"yes\", \"baseUri\": \"\", \"Gstin\": \"x\" } ] }");
        OctaProfile profile = Assert.Single(new ProfileStore(File).Read().All);
        Assert.Null(profile.Seller);
        Assert.False(profile.ProxyUseDefaultCredentials);
        Assert.Null(profile.BaseUri);
        Assert.Null(profile.Gstin);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{ \"profiles\": [ ", "can't be read")]
    [InlineData("[]", "no object")]
    [InlineData("{ \"profiles\": {} }", "not a list")]
    [InlineData("{ \"profiles\": [ {} ] }", "no name")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"environment\": \"Live\" } ] }", "'A' has an \"environment\"")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"baseUri\": \"octa\" } ] }", "'A' has a \"baseUri\"")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"throttleLimit\": 1.5 } ] }", "'A' has a \"throttleLimit\"")]
    [InlineData("{ \"version\": 2 }", "newer version of the module (file version 2, known is 1)")]
    [InlineData("{ \"version\": 2, \"profiles\": 1 }", "newer version")]
    [InlineData("{ \"version\": \"1\" }", "a \"version\" that is not a whole number.")]
    [InlineData("{ \"default\": 1, \"profiles\": [] }", "a \"default\" that is not a text.")]
    [InlineData("{ \"profiles\": null }", "not a list")]
    [InlineData("{ \"profiles\": [ 1 ] }", "no name")]
    [InlineData("{ \"profiles\": [ { \"gstin\": 1, \"name\": null } ] }", "no name")]
    [InlineData("{ \"profiles\": [ { \"name\": 1 } ] }", "a \"name\" that is not a text.")]
    [InlineData("{ \"profiles\": [ { \"gstin\": 29, \"name\": \"A\" } ] }", "Its profile 'A' has a \"gstin\" that is not a text.")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"throttleLimit\": \"many\" } ] }", "Its profile 'A' has a \"throttleLimit\" that is not a whole number.")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"seller\": { \"pin\": \"560001\" } } ] }", "Its profile 'A' has a \"pin\" that is not a whole number.")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"seller\": { \"phone\": 9000 } } ] }", "Its profile 'A' has a \"phone\" that is not a text.")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"proxy\": true } ] }", "Its profile 'A' has a \"proxy\" that is not a text.")]
    public void Says_what_is_wrong_and_leaves_the_file_alone(string text, string reason)
    {
        Write(text);
        var store = new ProfileStore(File);
        Assert.Contains(reason, Assert.Throws<ProfileFileException>(store.Read).Message, StringComparison.Ordinal);
        ProfileFileException fault = Assert.Throws<ProfileFileException>(() => Put(new OctaProfile { Name = "B" }));
        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Loses_nothing_of_many_writers_and_shows_readers_whole_files()
    {
        using var ending = new CancellationTokenSource();
        Task reading = Task.Run(() =>
        {
            while (!ending.IsCancellationRequested)
                new ProfileStore(File).Read();
        });
        await Task.WhenAll(Enumerable.Range(1, 8).Select(writer => Task.Run(() =>
        {
            for (int number = 1; number <= 10; number++)
                Put(new OctaProfile { Name = $"P{writer}-{number}" });
        })));
        await ending.CancelAsync();
        await reading;
        Assert.Equal(80, new ProfileStore(File).Read().All.Count);
        Assert.Equal(["profiles.json", "profiles.json.lock"], Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Waits_for_another_writer_only_so_long()
    {
        Put(new OctaProfile { Name = "A" });
        using (new FileStream(File + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var store = new ProfileStore(File, TimeSpan.FromMilliseconds(100));
            Assert.Throws<ProfileFileException>(() => store.Change(file => file.Remove("A")));
            Assert.Single(store.Read().All);
        }
    }

    [Fact]
    public void Keeps_the_old_file_when_the_change_fails()
    {
        Put(new OctaProfile { Name = "A" });
        Assert.Throws<InvalidOperationException>(() => new ProfileStore(File).Change<bool>(file =>
        {
            file.Remove("A");
            throw new InvalidOperationException();
        }));
        Assert.Single(new ProfileStore(File).Read().All);
    }

    [SkippableFact]
    public void Is_the_accounts_alone_and_stays_a_link()
    {
        Skip.If(OperatingSystem.IsWindows(), "Rights on Windows come from the folder.");
        if (OperatingSystem.IsWindows())
            return;
        Put(new OctaProfile { Name = "A" });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        string elsewhere = Path.Combine(folder, "dotfiles.json");
        System.IO.File.Move(File, elsewhere);
        System.IO.File.CreateSymbolicLink(File, elsewhere);
        Put(new OctaProfile { Name = "B" });
        Assert.NotNull(new FileInfo(File).LinkTarget);
        Assert.Equal(2, new ProfileStore(elsewhere).Read().All.Count);
    }

    private void Put(OctaProfile profile) => new ProfileStore(File).Change(file =>
    {
        file.Put(profile);
        return true;
    });

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
