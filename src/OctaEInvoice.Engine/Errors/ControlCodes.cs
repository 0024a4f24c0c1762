using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Errors;

/// <summary>The codes that change what happens next (nic-rules 2.7).</summary>
/// <remarks>Source: control-codes.json. Read on first use.</remarks>
public static class ControlCodes
{
    private static readonly Dictionary<string, HashSet<string>> Sets = Load();
    private static readonly HashSet<string> Registered = Sets["registered"];
    private static readonly HashSet<string> Cancelled = Sets["cancelled"];
    private static readonly HashSet<string> NotYours = Sets["notYours"];
    private static readonly HashSet<string> EwbExists = Sets["ewbExists"];
    private static readonly HashSet<string> NotFound = Sets["notFound"];

    // Errors of what lies between Octa and NIC, and faults of the portal's own in the middle of the work ("Error while ...").
    private static readonly HashSet<string> Nothing = Sets["provesNothing"];
    private static readonly HashSet<string> OnceMore = Sets["onceMore"];
    private static readonly HashSet<string> Signing = Sets["signing"];
    private static readonly HashSet<string> Limit = Sets["limit"];
    private static readonly HashSet<string> Login = Sets["login"];
    private static readonly HashSet<string> Account = Sets["account"];
    private static readonly HashSet<string> ClientBlocked = Sets["clientBlocked"];
    private static readonly HashSet<string> SellerBlocked = Sets["sellerBlocked"];

    /// <summary>The document is registered already: 2150, or 2283, too old to be fetched.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MeansRegistered(IReadOnlyList<string> codes) => HasAny(codes, Registered);

    /// <summary>Answering a cancellation: it is cancelled already (OCTA-154, 2286, 2302, 4000, 9999; 4057, which also says "not yours").</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MeansCancelledAlready(IReadOnlyList<string> codes) => HasAny(codes, Cancelled);

    /// <summary>Answering a cancellation: it is cancelled already, or belongs to somebody else (4057); the code does not say which.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MayMeanNotYours(IReadOnlyList<string> codes) => HasAny(codes, NotYours);

    /// <summary>Answering generateewbbyirn: there is an e-way bill already (OCTA-156, 2287, 4002, 4026).</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MeansEwbExists(IReadOnlyList<string> codes) => HasAny(codes, EwbExists);

    /// <summary>The catalogue has none of the codes, so nobody can say what the refusal proves.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool IsUnlisted(IReadOnlyList<string> codes)
    {
        for (int i = 0; i < codes.Count; i++)
            if (Login.Contains(codes[i]) || ErrorCatalogue.Find(codes[i]) is not null)
                return false;
        return true;
    }

    /// <summary>The refusal is about the document itself, so that the same bytes would have been refused before: not about login, account, load or a passing fault.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    /// <returns>True when so; false also for one that says where the document is already, such as 2295, since an earlier attempt may have brought it there.</returns>
    public static bool SpeaksOfDocument(IReadOnlyList<string> codes)
    {
        if (StopOf(codes) is not null)
            return false;
        bool isOfDocument = false;
        for (int i = 0; i < codes.Count; i++)
        {
            RetryClass retry = ErrorCatalogue.RetryOf(codes[i]);
            if (retry == RetryClass.Lookup)
                return false;
            isOfDocument |= retry == RetryClass.No;
        }
        return isOfDocument;
    }

    /// <summary>The refusal says nothing about what NIC did: OCTA-201 to OCTA-208, 2000, and the portal's own faults (2139, 2140, 2141, 4001, 4004).</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool ProvesNothing(IReadOnlyList<string> codes) => HasAny(codes, Nothing);

    /// <summary>The refusal may pass when the document is sent once more.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MayPassOnRetry(IReadOnlyList<string> codes) => HasAny(codes, OnceMore);

    /// <summary>The portal could not make or sign the IRN just now: 2146, 2147.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool IsSigningTrouble(IReadOnlyList<string> codes) => HasAny(codes, Signing);

    /// <summary>Too many requests: 3108, _3109, 4062.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool IsLimit(IReadOnlyList<string> codes) => HasAny(codes, Limit);

    /// <summary>There is no such document, e-way bill or taxpayer: 2148, 2154, 2296, 4005, 4007, OCTA-153, OCTA-158.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    public static bool MeansNotFound(IReadOnlyList<string> codes) => HasAny(codes, NotFound);

    /// <summary>The class of a refusal that makes the rest of a run pointless.</summary>
    /// <param name="codes">Codes of a refusal.</param>
    /// <returns>The class; null for a refusal of one document only.</returns>
    public static RunStop? StopOf(IReadOnlyList<string> codes)
    {
        if (HasAny(codes, Login))
            return RunStop.Login;
        if (HasAny(codes, Account))
            return RunStop.Account;
        if (HasAny(codes, ClientBlocked))
            return RunStop.ClientBlocked;
        return HasAny(codes, SellerBlocked) ? RunStop.SellerBlocked : null;
    }

    private static bool HasAny(IReadOnlyList<string> codes, HashSet<string> set)
    {
        for (int i = 0; i < codes.Count; i++)
            if (set.Contains(codes[i]))
                return true;
        return false;
    }

    private static Dictionary<string, HashSet<string>> Load()
    {
        using JsonDocument document = JsonDocument.Parse(EmbeddedData.ReadAll("control-codes.json"));
        var sets = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (JsonProperty set in document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
            sets.Add(set.Name, new HashSet<string>(set.Value.EnumerateArray().Select(code => code.GetString()!), StringComparer.OrdinalIgnoreCase));
        return sets;
    }
}
