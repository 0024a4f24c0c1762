using System.Globalization;

namespace OctaEInvoice.Engine.Schema;

/// <summary>Checks values against the constraints of their fields (NIC schema INV-01; a breach is NIC's 5002).</summary>
/// <param name="issues">Takes the issues.</param>
/// <param name="invoice">The document, for the rows it was made of; null when it did not come as rows.</param>
/// <param name="forPaymentQr">True for a B2C document: its buyer needs neither GSTIN nor state (nic-rules 3.2).</param>
/// <param name="today">Today in India; null for the schema alone.</param>
internal sealed class SchemaChecker(IssueList issues, OctaInvoice? invoice = null, bool forPaymentQr = false, IndiaDate? today = null)
{
    private const string NicSchemaError = "5002";
    private const string NicNoLines = "2228";
    private const string NicTooManyLines = "2173";
    private const int MaxLines = 1000;

    private static readonly FieldFacts SupplyType = FieldTable.ByPath("TranDtls.SupTyp");
    private static readonly FieldFacts BuyerGstin = FieldTable.ByPath("BuyerDtls.Gstin");
    private static readonly FieldFacts BuyerState = FieldTable.ByPath("BuyerDtls.Stcd");
    private static readonly FieldFacts[] NeverToCome = [FieldTable.ByPath("DocDtls.Dt"), FieldTable.ByPath("EwbDtls.TransDocDt")];

    private readonly IReadOnlyList<int>? rows = invoice is { Rows.Count: > 0 } ? invoice.Rows : null;
    private readonly bool isRowPerLine = invoice?.Items is { Count: > 0 } items && items.Count == invoice.Rows.Count;

    internal Place Place { get; set; } = new(invoice is { Rows.Count: > 0 } ? invoice.Rows[0] : null);

    /// <summary>A line with the input row that it came from; the document's first row where lines and rows are not one to one.</summary>
    internal Place PlaceOfLine(int index) => new(isRowPerLine ? rows![index] : rows?[0], index);

    internal void Text(FieldFacts facts, string? value)
    {
        if (string.IsNullOrEmpty(value))
            Missing(facts);
        else if (!Fits(facts, value!))
            RefuseText(facts, value!);
    }

    internal void Number(FieldFacts facts, decimal? value)
    {
        if (value is not decimal number)
            Missing(facts);
        else if (number < facts.Min || number > facts.Max)
            RefuseNumber(facts, number, "It is outside the allowed range.");
        else if (HasMoreDecimals(number, facts.Decimals))
            RefuseNumber(facts, number, facts.Decimals == 0 ? "It has decimals." : $"It has more than {facts.Decimals} decimals.");
    }

    internal void Date(FieldFacts facts, IndiaDate? value)
    {
        if (value is not IndiaDate date)
        {
            Missing(facts);
            return;
        }
        YearRange years = facts.Years!;
        if (date < years.FirstDay)
            issues.Add(facts, Place, "It is before the years that the portal accepts.", date.ToWireString(), facts.Constraint(), $"Correct the day in {facts.Column}.", nicCode: NicSchemaError);
        else if (date > years.LastDay && MayBeTooLate(facts, date))
            WarnOfEnd(facts, date, years.LastDay);
    }

    internal void ListOfLines(int count)
    {
        if (count is >= 1 and <= MaxLines || (count == 0 && issues.Has("ItemList")))
            return;
        issues.Add(new Issue
        {
            Severity = IssueSeverity.Error,
            Code = "OCTA-300",
            NicCode = count == 0 ? NicNoLines : NicTooManyLines,
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
        if (forPaymentQr && (facts == BuyerGstin || facts == BuyerState))
            return;
        issues.Add(facts, Place, "It is missing.", null, facts.Constraint(), $"Fill in {facts.Column} ({facts.Path}).", nicCode: NicSchemaError);
    }

    // When the last year of the published schema is over, the portal has gone on, and the days that have come are none too late.
    // A day to come that has a rule of its own is not reported twice.
    private bool MayBeTooLate(FieldFacts facts, IndiaDate date) => today is null || (date > today && Array.IndexOf(NeverToCome, facts) < 0);

    // The portal will not stop registering with the last year of its schema: it alone can say whether the day is still too late.
    private void WarnOfEnd(FieldFacts facts, IndiaDate date, IndiaDate last) => issues.Add(
        facts,
        Place,
        "The years of the portal's published schema end before it.",
        date.ToWireString(),
        $"{last.ToWireString()} or earlier, unless the portal goes on by now",
        $"Check the year in {facts.Column}; if it is right, the portal decides, and a newer version of this module may know its years.",
        IssueSeverity.Warning,
        NicSchemaError);

    private void RefuseNumber(FieldFacts facts, decimal number, string message) =>
        issues.Add(facts, Place, message, number.ToString(CultureInfo.InvariantCulture), facts.Constraint(), $"Correct the value of {facts.Column}.", nicCode: NicSchemaError);

    private void RefuseText(FieldFacts facts, string value)
    {
        if (forPaymentQr && facts == SupplyType && value == "B2C")
            return;
        issues.Add(facts, Place, TextFault(facts, value), Visible(value), facts.Constraint(), SchemaRemedies.For(facts, value), nicCode: NicSchemaError);
    }

    private static bool Fits(FieldFacts facts, string value)
    {
        if (facts.Values.Count > 0)
            return Contains(facts.Values, value);
        // A character takes one or two UTF-16 units, so that characters need be counted near the limits only.
        int units = value.Length;
        if (units > facts.MaxTextLength && LengthInCharacters(value) > facts.MaxTextLength)
            return false;
        if (units < 2 * facts.MinTextLength && LengthInCharacters(value) < facts.MinTextLength)
            return false;
        return facts.Form.Matches(value);
    }

    private static string TextFault(FieldFacts facts, string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] is '"' or '\\')
                return "It holds a quotation mark or a backslash, which the portal refuses.";
            if (char.IsControl(value[i]))
                return "It holds a control character.";
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]))
                return "It holds half a character: the text was cut or its encoding is broken.";
        }
        if (facts.Values.Count > 0)
            return "It is none of the allowed values.";
        int length = LengthInCharacters(value);
        return length < facts.Min ? "It is too short."
            : length > facts.Max ? "It is too long."
            : "It has not the required form.";
    }

    // A message or log with a control character in it would garble the terminal.
    private static string Visible(string value)
    {
        char[]? visible = null;
        for (int i = 0; i < value.Length; i++)
            if (char.IsControl(value[i]))
                (visible ??= value.ToCharArray())[i] = value[i] < ' ' ? (char)('\u2400' + value[i]) : '\uFFFD';
        return visible is null ? value : new string(visible);
    }

    // Zeros at the end are no decimals; most numbers are written with fewer than are allowed, which needs no arithmetic.
    private static bool HasMoreDecimals(decimal number, int allowed)
    {
#if !NETFRAMEWORK
        if (number.Scale <= allowed)
            return false;
#endif
        return decimal.Round(number, allowed) != number;
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
