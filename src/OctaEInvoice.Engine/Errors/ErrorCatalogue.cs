using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Errors;

/// <summary>Every error code of Octa and NIC with its field, its meaning, its retry class and what to do. Read on first use.</summary>
/// <remarks>Source: error-catalogue.json, made from Octa's API specification and NIC's error tables.</remarks>
public static class ErrorCatalogue
{
    private const string OctaPrefix = "OCTA";
    private const int OctaDigits = 3;

    private static readonly Lazy<Contents> Loaded = new(Load);

    /// <summary>Every code: Octa's, then those of its HTTP headers, then NIC's, each in order.</summary>
    public static IReadOnlyList<ErrorInfo> All => Loaded.Value.All;

    /// <summary>What to do about a code that the catalogue does not have.</summary>
    public static string GeneralRemedy => Loaded.Value.GeneralRemedy;

    /// <summary>What each retry class means, in the words of the catalogue; Unknown is not among them.</summary>
    public static IReadOnlyDictionary<RetryClass, string> RetryMeanings => Loaded.Value.RetryMeanings;

    /// <summary>The entry of a code.</summary>
    /// <param name="code">The code in any letter case, with blanks around it, without its leading zeros (OCTA-1) or underscore (3109 for _3109).</param>
    /// <returns>The entry, or null when the catalogue has none.</returns>
    public static ErrorInfo? Find(string? code) =>
        code is not null && Loaded.Value.ByKey.TryGetValue(KeyOf(code), out ErrorInfo? info) ? info : null;

    /// <summary>What a code means for sending again.</summary>
    /// <param name="code">The code as <see cref="Find"/> takes it.</param>
    /// <returns>Its class; Unknown when the catalogue does not have the code.</returns>
    public static RetryClass RetryOf(string? code) => Find(code)?.Retry ?? RetryClass.Unknown;

    /// <summary>The most telling of several codes: a block first, then NIC's codes before Octa's, which only sum them up.</summary>
    /// <param name="codes">The codes of one document.</param>
    /// <returns>The entry of that code, or null when the catalogue has none of them.</returns>
    public static ErrorInfo? MostTelling(IEnumerable<string?> codes)
    {
        ErrorInfo? best = null;
        foreach (string? code in codes)
            if (Find(code) is ErrorInfo info && (best is null || Rank(info) < Rank(best)))
                best = info;
        return best;
    }

    /// <summary>What to do about the errors of one answer: the remedy of the most telling one.</summary>
    /// <param name="errors">The errors; none at all is allowed.</param>
    /// <returns>The remedy, never empty; <see cref="GeneralRemedy"/> when the catalogue has none of the codes.</returns>
    public static string RemedyFor(IEnumerable<ServerError> errors) => RemedyFor(errors.Select(error => error.Code));

    /// <summary>What to do about several codes: the remedy of the most telling one.</summary>
    /// <param name="codes">The codes; none at all is allowed.</param>
    /// <returns>The remedy, never empty; <see cref="GeneralRemedy"/> when the catalogue has none of the codes.</returns>
    public static string RemedyFor(IEnumerable<string?> codes) => MostTelling(codes)?.Remedy ?? GeneralRemedy;

    private static int Rank(ErrorInfo info) => info switch
    {
        { Retry: RetryClass.Later } => 0,
        { Source: ErrorSource.Nic } => 1,
        { Source: ErrorSource.OctaHttp } => 2,
        { Field: not null } => 3,
        _ => 4,
    };

    private static string KeyOf(string code)
    {
        string key = code.Trim().TrimStart('_').ToUpperInvariant();
        if (!key.StartsWith(OctaPrefix, StringComparison.Ordinal))
            return key;
        string number = key.Substring(OctaPrefix.Length).TrimStart('-', '_', ' ', '0');
        return OctaPrefix + "-" + number.PadLeft(OctaDigits, '0');
    }

    private static Contents Load()
    {
        using Stream stream = EmbeddedData.Open("error-catalogue.json");
        using JsonDocument document = JsonDocument.Parse(stream);
        var all = new List<ErrorInfo>();
        var byKey = new Dictionary<string, ErrorInfo>(StringComparer.Ordinal);
        foreach (JsonElement entry in document.RootElement.GetProperty("codes").EnumerateArray())
        {
            ErrorInfo info = Read(entry);
            all.Add(info);
            byKey.Add(KeyOf(info.Code), info);
        }
        var retryMeanings = new Dictionary<RetryClass, string>();
        foreach (JsonProperty legend in document.RootElement.GetProperty("retryClasses").EnumerateObject())
            retryMeanings.Add(Word<RetryClass>(legend.Name), legend.Value.GetString()!);
        return new Contents(all, byKey, retryMeanings, Text(document.RootElement.GetProperty("unknown"), "remedy")!);
    }

    private static ErrorInfo Read(JsonElement entry) => new()
    {
        Code = Text(entry, "code")!,
        Source = Word<ErrorSource>(Text(entry, "source")!),
        Group = Text(entry, "group")!,
        Listing = Word<ErrorListing>(Text(entry, "listed")!),
        Field = Text(entry, "field"),
        Column = Text(entry, "column"),
        Meaning = Text(entry, "meaning")!,
        Retry = Word<RetryClass>(Text(entry, "retry")!),
        NearestOctaCode = Text(entry, "nearest"),
        Remedy = Text(entry, "remedy")!,
    };

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static T Word<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out T value) ? value : throw new InvalidDataException($"error-catalogue.json: '{word}' is no {typeof(T).Name}.");

    private sealed class Contents(List<ErrorInfo> all, Dictionary<string, ErrorInfo> byKey, Dictionary<RetryClass, string> retryMeanings, string generalRemedy)
    {
        internal IReadOnlyList<ErrorInfo> All { get; } = all.AsReadOnly();

        internal Dictionary<string, ErrorInfo> ByKey { get; } = byKey;

        internal Dictionary<RetryClass, string> RetryMeanings { get; } = retryMeanings;

        internal string GeneralRemedy { get; } = generalRemedy;
    }
}
