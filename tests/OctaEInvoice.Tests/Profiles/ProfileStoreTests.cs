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

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{ \"profiles\": [ ", "can't be read")]
    [InlineData("[]", "no object")]
    [InlineData("{ \"profiles\": {} }", "not a list")]
    [InlineData("{ \"profiles\": [ {} ] }", "no name")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"environment\": \"Live\" } ] }", "'A' has an \"environment\"")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"baseUri\": \"octa\" } ] }", "'A' has a \"baseUri\"")]
    [InlineData("{ \"profiles\": [ { \"name\": \"A\", \"throttleLimit\": 1.5 } ] }", "'A' has a \"throttleLimit\"")]
    [InlineData("{ \"version\": 2 }", "newer version")]
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
