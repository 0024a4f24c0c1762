using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Profiles;

/// <summary>Profiles as JSON that a person can read and edit: comments and trailing commas are allowed.</summary>
internal static class ProfileJson
{
    private const int Version = 1;

    private static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly ProfileForms Forms = new(new JsonSerializerOptions
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    private static readonly JsonElement True = JsonSerializer.SerializeToElement(true, Forms.Boolean);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It is not a file of profiles.</exception>
    internal static ProfileFile Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(Utf8Json.WithoutByteOrderMark(utf8), Reading);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new FormatException("It holds no object.");
        StoredFile stored = As(document.RootElement, Forms.StoredFile);
        if (stored.Version > Version)
            throw new FormatException(string.Format(CultureInfo.InvariantCulture, "It was written by a newer version of the module (file version {0}, known is {1}).", stored.Version, Version));
        var file = new ProfileFile();
        if (stored.Profiles.ValueKind != JsonValueKind.Undefined)
            foreach (JsonElement profile in List(stored.Profiles))
                file.Put(Profile(profile));
        if (stored.Default is string name && file.Find(name) is OctaProfile chosen)
        {
            chosen.IsDefault = true;
            file.Put(chosen);
        }
        return file;
    }

    /// <summary>The text of a file, UTF-8.</summary>
    internal static byte[] Write(ProfileFile file)
    {
        var stored = new StoredFile
        {
            Version = Version,
            Default = file.Default?.Name,
            Profiles = JsonSerializer.SerializeToElement([.. file.All.Select(Stored)], Forms.StoredProfileArray),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(stored, Forms.StoredFile), (byte)'\n'];
    }

    private static JsonElement.ArrayEnumerator List(JsonElement profiles) => profiles.ValueKind == JsonValueKind.Array
        ? profiles.EnumerateArray()
        : throw new FormatException("Its \"profiles\" is not a list.");

    /// <exception cref="FormatException">A field has a value of the wrong kind; the message names the field.</exception>
    private static T As<T>(JsonElement json, JsonTypeInfo<T> form)
    {
        try
        {
            return json.Deserialize(form)!;
        }
        catch (JsonException fault)
        {
            string name = fault.Path!.Substring(fault.Path.LastIndexOf('.') + 1);
            bool isNumber = form.Properties.Any(property => property.Name == name && property.PropertyType == typeof(int?));
            throw new FormatException($"a \"{name}\" that is not a {(isNumber ? "whole number" : "text")}.", fault);
        }
    }

    private static OctaProfile Profile(JsonElement json)
    {
        if (Name(json) is not { Length: > 0 } name)
            throw new FormatException("One of its profiles has no name.");
        try
        {
            StoredProfile stored = As(json, Forms.StoredProfile);
            return new OctaProfile
            {
                Name = name,
                Gstin = stored.Gstin,
                Seller = stored.Seller is { ValueKind: JsonValueKind.Object } seller ? As(seller, Forms.SellerDetails) : null,
                BaseUri = Address(stored.BaseUri, "baseUri"),
                Environment = EnvironmentOf(stored.Environment),
                VaultName = stored.VaultName,
                SecretName = stored.SecretName,
                Proxy = Address(stored.Proxy, "proxy"),
                ProxyUseDefaultCredentials = stored.ProxyUseDefaultCredentials is { ValueKind: JsonValueKind.True },
                ProxySecretName = stored.ProxySecretName,
                ThrottleLimit = stored.ThrottleLimit,
            };
        }
        catch (FormatException fault)
        {
            throw new FormatException($"Its profile '{name}' has {fault.Message}", fault);
        }
    }

    // Read ahead of the other fields, since what is wrong with these is said with the profile's name.
    private static string? Name(JsonElement json) =>
        json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("name", out JsonElement name) ? null
        : name.ValueKind is JsonValueKind.String or JsonValueKind.Null ? name.GetString()
        : throw new FormatException("a \"name\" that is not a text.");

    private static StoredProfile Stored(OctaProfile profile) => new()
    {
        Name = profile.Name,
        Gstin = profile.Gstin,
        Environment = profile.Environment.ToString(),
        BaseUri = profile.BaseUri?.AbsoluteUri,
        VaultName = profile.VaultName,
        SecretName = profile.SecretName,
        Proxy = profile.Proxy?.AbsoluteUri,
        ProxyUseDefaultCredentials = profile.ProxyUseDefaultCredentials ? True : null,
        ProxySecretName = profile.ProxySecretName,
        ThrottleLimit = profile.ThrottleLimit,
        Seller = profile.Seller is SellerDetails seller ? JsonSerializer.SerializeToElement(seller, Forms.SellerDetails) : null,
    };

    private static Uri? Address(string? text, string name)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : throw new FormatException($"a \"{name}\" that is not an address.");
    }

    private static OctaEnvironment EnvironmentOf(string? text) => text switch
    {
        null or "Production" => OctaEnvironment.Production,
        "Test" => OctaEnvironment.Test,
        _ => throw new FormatException("an \"environment\" that is neither Production nor Test."),
    };
}

/// <summary>The file as it is written. Its profiles are read one by one, so that what is wrong is said with the profile's name.</summary>
internal sealed class StoredFile
{
    public int? Version { get; set; }
    public string? Default { get; set; }
    public JsonElement Profiles { get; set; }
}

/// <summary>A profile as it is written, its fields in this order. Of seller and credential anything but an object and a true counts as none.</summary>
internal sealed class StoredProfile
{
    public string? Name { get; set; }
    public string? Gstin { get; set; }
    public string? Environment { get; set; }
    public string? BaseUri { get; set; }
    public string? VaultName { get; set; }
    public string? SecretName { get; set; }
    public string? Proxy { get; set; }
    public JsonElement? ProxyUseDefaultCredentials { get; set; }
    public string? ProxySecretName { get; set; }
    public int? ThrottleLimit { get; set; }
    public JsonElement? Seller { get; set; }
}

/// <summary>How these types are read and written; made when the module is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(StoredProfile[]))]
[JsonSerializable(typeof(SellerDetails))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ProfileForms : JsonSerializerContext;
