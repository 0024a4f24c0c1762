using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>One document while its rules are checked: what the schema found, and where new issues go.</summary>
internal sealed class DocumentUnderCheck
{
    private readonly IssueList issues;
    private readonly SchemaChecker places;
    private readonly HashSet<string>? faults;

    /// <summary>Begins after the schema was checked.</summary>
    internal DocumentUnderCheck(OctaInvoice invoice, RuleSettings settings, IssueList issues, SchemaChecker places)
    {
        Invoice = invoice;
        Settings = settings;
        this.issues = issues;
        this.places = places;
        faults = FaultyPaths(issues);
        Supply = new Supply(this);
    }

    internal OctaInvoice Invoice { get; }

    internal RuleSettings Settings { get; }

    internal Supply Supply { get; }

    /// <summary>True when the value of a field can be relied on: a rule about a value that the schema refused would only repeat the mistake.</summary>
    internal bool Sound(FieldFacts field, int item = -1) =>
        faults is null || !IssueList.Covers(faults, new Place(null, item).PathOf(field.Path));

    internal bool Sound(FieldFacts[] fields, int item)
    {
        if (faults is null)
            return true;
        foreach (FieldFacts field in fields)
            if (!Sound(field, item))
                return false;
        return true;
    }

    /// <summary>Reports a rule that is broken.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="given">The value given, null when there is none.</param>
    /// <param name="expected">What was expected; null takes the words of rules.json.</param>
    /// <param name="item">Index of the line; -1 for a rule about the whole document.</param>
    internal void Add(Rule rule, string? given, string? expected = null, int item = -1)
    {
        RuleFacts facts = RuleBook.Of(rule);
        Place place = item < 0 ? places.Place : places.PlaceOfLine(item);
        issues.Add(new Issue
        {
            Severity = Settings.Environment == OctaEnvironment.Test ? facts.SeverityInTest : facts.Severity,
            Code = facts.Code,
            NicCode = facts.NicCode,
            Path = place.PathOf(facts.Path),
            Column = facts.Field?.Column,
            Row = place.Row,
            Message = facts.Message,
            Given = given,
            Expected = expected ?? facts.Expected,
            Remedy = facts.Remedy,
        });
    }

    private static HashSet<string>? FaultyPaths(IssueList issues)
    {
        HashSet<string>? paths = null;
        foreach (Issue issue in issues.All)
            if (issue.Severity == IssueSeverity.Error)
                (paths ??= new HashSet<string>(StringComparer.Ordinal)).Add(issue.Path);
        return paths;
    }
}
