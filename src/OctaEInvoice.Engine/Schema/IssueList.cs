namespace OctaEInvoice.Engine.Schema;

/// <summary>The issues about one document, as they are made.</summary>
public sealed class IssueList
{
    private readonly List<Issue> issues = [];
    private HashSet<string>? paths;
    private List<string>? countedDates;

    /// <summary>The issues so far, in the order they were made.</summary>
    public IReadOnlyList<Issue> All => issues;

    /// <summary>Codes of the errors among issues, Octa's and NIC's, each once.</summary>
    /// <param name="issues">The issues.</param>
    /// <returns>The codes in the order of the issues.</returns>
    public static IReadOnlyList<string> ErrorCodes(IEnumerable<Issue> issues) =>
        [.. issues.Where(issue => issue.Severity == IssueSeverity.Error).SelectMany(issue => issue.NicCode is null ? new[] { issue.Code } : [issue.Code, issue.NicCode]).Distinct()];

    /// <summary>True when one of them keeps the document from being sent.</summary>
    public bool HasErrors => issues.Exists(issue => issue.Severity == IssueSeverity.Error);

    /// <summary>True when a field at a place, or an object that it is in, has an issue already, or is missing only because of another that has one.</summary>
    /// <param name="facts">The field.</param>
    /// <param name="place">Where.</param>
    internal bool Has(FieldFacts facts, Place place) => paths is not null && Covers(paths, place.PathOf(facts.Path));

    /// <summary>True when something whose path is known has an issue already.</summary>
    /// <param name="path">Path with indexes.</param>
    public bool Has(string path) => paths is not null && Covers(paths, path);

    // BuyerDtls covers BuyerDtls.Gstin: an object that is none has no fields to miss.
    internal static bool Covers(HashSet<string> paths, string path)
    {
        for (int end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
            if (paths.Contains(end == path.Length ? path : path.Substring(0, end)))
                return true;
        return false;
    }

    /// <summary>The dates that were counted from today, each once, for example "DocumentDate D-3".</summary>
    internal IReadOnlyList<string> CountedDates => (IReadOnlyList<string>?)countedDates ?? [];

    /// <summary>Notes that a date was counted from today: the document must go to no real gateway.</summary>
    internal void RememberCounted(FieldFacts facts, string given)
    {
        string counted = $"{facts.Column} {given}";
        if (countedDates?.Contains(counted) != true)
            (countedDates ??= []).Add(counted);
    }

    /// <summary>Adds an issue.</summary>
    /// <param name="issue">The issue.</param>
    public void Add(Issue issue)
    {
        issues.Add(issue);
        paths ??= new HashSet<string>(StringComparer.Ordinal);
        paths.Add(issue.Path);
    }

    /// <summary>Keeps the check from reporting a field that is missing only because another one is, which has its own issue.</summary>
    /// <param name="facts">The field.</param>
    /// <param name="place">Where.</param>
    internal void SuppressMissing(FieldFacts facts, Place place)
    {
        paths ??= new HashSet<string>(StringComparer.Ordinal);
        paths.Add(place.PathOf(facts.Path));
    }

    /// <summary>Makes an error of every warning, as -Strict asks for.</summary>
    public void RaiseWarnings()
    {
        foreach (Issue issue in issues)
            issue.Severity = IssueSeverity.Error;
    }

    /// <summary>Adds an issue about a field.</summary>
    /// <param name="facts">The field; gives code, column and path.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="given">The value given.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="severity">Error unless said otherwise.</param>
    /// <param name="nicCode">NIC's code of the rule.</param>
    internal void Add(FieldFacts facts, Place place, string message, string? given, string? expected, string? remedy, IssueSeverity severity = IssueSeverity.Error, string? nicCode = null) =>
        Add(new Issue
        {
            Severity = severity,
            Code = facts.Code,
            NicCode = nicCode,
            Path = place.PathOf(facts.Path),
            Column = facts.Column,
            Row = place.Row,
            Message = message,
            Given = Shortened(given),
            Expected = expected,
            Remedy = remedy,
        });

    private static string? Shortened(string? given) => given is { Length: > 120 } ? given.Substring(0, 117) + "..." : given;
}
