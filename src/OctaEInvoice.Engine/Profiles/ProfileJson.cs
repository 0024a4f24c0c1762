using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OctaEInvoice.Engine.Framework;

namespace OctaEInvoice.Engine.Profiles;

/// <summary>Profiles as JSON that a person can read and edit: comments and trailing commas are allowed.</summary>
internal static class ProfileJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Writing = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It is not a file of profiles.</exception>
    internal static ProfileFile Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(Utf8Json.WithoutByteOrderMark(utf8), Reading);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("It holds no object.");
        if (Number(root, "version") is int version && version > Version)
            throw new FormatException(string.Format(CultureInfo.InvariantCulture, "It was written by a newer version of the module (file version {0}, known is {1}).", version, Version));
        var file = new ProfileFile();
        if (root.TryGetProperty("profiles", out JsonElement profiles))
            foreach (JsonElement profile in List(profiles))
                file.Put(Profile(profile));
        if (Text(root, "default") is string name && file.Find(name) is OctaProfile chosen)
        {
            chosen.IsDefault = true;
            file.Put(chosen);
        }
        return file;
    }

    /// <summary>The text of a file, UTF-8.</summary>
    internal static byte[] Write(ProfileFile file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            Write(json, "default", file.Default?.Name);
            json.WriteStartArray("profiles");
            foreach (OctaProfile profile in file.All)
                Write(json, profile);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static JsonElement.ArrayEnumerator List(JsonElement profiles) => profiles.ValueKind == JsonValueKind.Array
        ? profiles.EnumerateArray()
        : throw new FormatException("Its \"profiles\" is not a list.");

    private static OctaProfile Profile(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "name") is not { Length: > 0 } name)
            throw new FormatException("One of its profiles has no name.");
        try
        {
            return new OctaProfile
            {
                Name = name,
                Gstin = Text(json, "gstin"),
                Seller = json.TryGetProperty("seller", out JsonElement seller) && seller.ValueKind == JsonValueKind.Object ? Seller(seller) : null,
                BaseUri = Address(json, "baseUri"),
                Environment = EnvironmentOf(json),
                VaultName = Text(json, "vaultName"),
                SecretName = Text(json, "secretName"),
                Proxy = Address(json, "proxy"),
                ProxyUseDefaultCredentials = json.TryGetProperty("proxyUseDefaultCredentials", out JsonElement own) && own.ValueKind == JsonValueKind.True,
                ProxySecretName = Text(json, "proxySecretName"),
                ThrottleLimit = Number(json, "throttleLimit"),
            };
        }
        catch (FormatException fault)
        {
            throw new FormatException($"Its profile '{name}' has {fault.Message}", fault);
        }
    }

    private static SellerDetails Seller(JsonElement json) => new()
    {
        Gstin = Text(json, "gstin"),
        LegalName = Text(json, "legalName"),
        TradeName = Text(json, "tradeName"),
        Address1 = Text(json, "address1"),
        Address2 = Text(json, "address2"),
        Location = Text(json, "location"),
        Pin = Number(json, "pin"),
        StateCode = Text(json, "stateCode"),
        Phone = Text(json, "phone"),
        Email = Text(json, "email"),
    };

    private static void Write(Utf8JsonWriter json, OctaProfile profile)
    {
        json.WriteStartObject();
        Write(json, "name", profile.Name);
        Write(json, "gstin", profile.Gstin);
        Write(json, "environment", profile.Environment.ToString());
        Write(json, "baseUri", profile.BaseUri?.AbsoluteUri);
        Write(json, "vaultName", profile.VaultName);
        Write(json, "secretName", profile.SecretName);
        Write(json, "proxy", profile.Proxy?.AbsoluteUri);
        if (profile.ProxyUseDefaultCredentials)
            json.WriteBoolean("proxyUseDefaultCredentials", true);
        Write(json, "proxySecretName", profile.ProxySecretName);
        if (profile.ThrottleLimit is int limit)
            json.WriteNumber("throttleLimit", limit);
        if (profile.Seller is SellerDetails seller)
            Write(json, seller);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SellerDetails seller)
    {
        json.WriteStartObject("seller");
        Write(json, "gstin", seller.Gstin);
        Write(json, "legalName", seller.LegalName);
        Write(json, "tradeName", seller.TradeName);
        Write(json, "address1", seller.Address1);
        Write(json, "address2", seller.Address2);
        Write(json, "location", seller.Location);
        if (seller.Pin is int pin)
            json.WriteNumber("pin", pin);
        Write(json, "stateCode", seller.StateCode);
        Write(json, "phone", seller.Phone);
        Write(json, "email", seller.Email);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => throw new FormatException($"a \"{name}\" that is not a text."),
        }
        : null;

    private static int? Number(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw new FormatException($"a \"{name}\" that is not a whole number.");
    }

    private static Uri? Address(JsonElement json, string name)
    {
        if (Text(json, name) is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : throw new FormatException($"a \"{name}\" that is not an address.");
    }

    private static OctaEnvironment EnvironmentOf(JsonElement json) => Text(json, "environment") switch
    {
        null or "Production" => OctaEnvironment.Production,
        "Test" => OctaEnvironment.Test,
        _ => throw new FormatException("an \"environment\" that is neither Production nor Test."),
    };
}
