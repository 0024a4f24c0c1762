using System.Globalization;

namespace OctaEInvoice.Engine.Fields;

/// <summary>Checks values against the constraints of their fields (NIC schema INV-01; a breach is NIC's 5002).</summary>
internal sealed class SchemaChecking(IssueList issues)
{
    private const string NicSchemaError = "5002";
    private const int MostLines = 1000;

    private static readonly IndiaDate FirstDay = new(2010, 1, 1);
    private static readonly IndiaDate LastDay = new(2029, 12, 31);
    private static readonly IndiaDate FirstWideDay = new(1980, 1, 1);
    private static readonly IndiaDate LastWideDay = new(2059, 12, 31);

    internal Place Place { get; set; } = new(null);

    internal void Text(FieldFacts facts, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Missing(facts);
            return;
        }
        string? message = TextFault(facts, value!);
        if (message is not null)
            issues.Add(facts, Place, message, value, facts.Constraint(), SchemaRemedies.For(facts, value!), nicCode: NicSchemaError);
    }

    internal void Number(FieldFacts facts, decimal? value)
    {
        if (value is not decimal number)
        {
            Missing(facts);
            return;
        }
        string? message = number < facts.Min || number > facts.Max ? "It is outside the allowed range."
            : decimal.Round(number, facts.Decimals) != number ? $"It has more than {facts.Decimals} decimals."
            : null;
        if (message is not null)
            issues.Add(facts, Place, message, number.ToString(CultureInfo.InvariantCulture), facts.Constraint(), $"Correct the value of {facts.Column}.", nicCode: NicSchemaError);
    }

    internal void Date(FieldFacts facts, IndiaDate? value)
    {
        if (value is not IndiaDate date)
        {
            Missing(facts);
            return;
        }
        bool isWide = facts.Kind == FieldKind.WideDate;
        if (date < (isWide ? FirstWideDay : FirstDay) || date > (isWide ? LastWideDay : LastDay))
            issues.Add(facts, Place, "It is outside the years that the portal accepts.", date.ToString(), facts.Constraint(), $"Correct the day in {facts.Column}.", nicCode: NicSchemaError);
    }

    internal void ListOfLines(int count)
    {
        if (count is >= 1 and <= MostLines)
            return;
        issues.Add(new Issue
        {
            Severity = IssueSeverity.Error,
            Code = "OCTA-300",
            NicCode = NicSchemaError,
            Path = "ItemList",
            Row = Place.Row,
            Message = count == 0 ? "The document has no lines." : "The document has too many lines.",
            Given = count.ToString(CultureInfo.InvariantCulture),
            Expected = "1 to 1000 lines",
            Remedy = count == 0 ? "Give at least one line with an HSN code and its amounts." : "Split it into documents of at most 1000 lines, each with its own number.",
        });
    }

    private void Missing(FieldFacts facts)
    {
        if (!facts.Required || issues.Has(facts, Place))
            return;
        issues.Add(facts, Place, "It is missing.", null, facts.Constraint(), $"Fill in {facts.Column} ({facts.Path}).", nicCode: NicSchemaError);
    }

    private static string? TextFault(FieldFacts facts, string value)
    {
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                return "It holds a quotation mark or a backslash, which the portal refuses.";
            if (char.IsControl(c))
                return "It holds a control character.";
        }
        if (facts.Values.Count > 0)
            return Contains(facts.Values, value) ? null : "It is none of the allowed values.";
        int length = LengthInCharacters(value);
        if (length < facts.Min || length > facts.Max)
            return length < facts.Min ? "It is too short." : "It is too long.";
        return facts.Pattern is null || facts.Pattern.IsMatch(value) ? null : "It has not the required form.";
    }

    private static bool Contains(IReadOnlyList<string> values, string value)
    {
        for (int i = 0; i < values.Count; i++)
            if (string.Equals(values[i], value, StringComparison.Ordinal))
                return true;
        return false;
    }

    // JSON Schema counts characters, not UTF-16 units.
    private static int LengthInCharacters(string value)
    {
        int length = value.Length;
        foreach (char c in value)
            if (char.IsLowSurrogate(c))
                length--;
        return length;
    }
}
