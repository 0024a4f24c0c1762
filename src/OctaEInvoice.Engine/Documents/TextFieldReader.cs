using System.Globalization;
using System.Text;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Brings a given value to the one text form that its field has, or says why that can't be done.</summary>
internal static class TextFieldReader
{
    private const char ReplacementCharacter = '\uFFFD';

    private static readonly string[] SpreadsheetDays = ["d-MMM", "dd-MMM", "MMM-yy"];

    private static readonly Dictionary<string, Dictionary<string, string>> Synonyms = new(StringComparer.Ordinal)
    {
        ["DocDtls.Typ"] = SynonymsOf(("INVOICE", "INV"), ("TAX INVOICE", "INV"), ("CREDIT NOTE", "CRN"), ("DEBIT NOTE", "DBN"), ("CREDITNOTE", "CRN"), ("DEBITNOTE", "DBN")),
        ["EwbDtls.TransMode"] = SynonymsOf(("ROAD", "1"), ("RAIL", "2"), ("AIR", "3"), ("SHIP", "4")),
        ["EwbDtls.VehType"] = SynonymsOf(("REGULAR", "R"), ("ODC", "O"), ("OVER-DIMENSIONAL CARGO", "O")),
    };

    /// <summary>Reads a text.</summary>
    /// <returns>The text; null when nothing was given or an issue was added.</returns>
    internal static string? Read(GivenValue value, FieldFacts facts, Place place, IssueList issues)
    {
        if (value.IsNone)
            return null;
        if (value.Date is not null && IsCodeLike(facts))
            return Refuse(value, facts, place, issues, "It is a date.", "A spreadsheet takes 1-11 or 11/26 for a day: format the column as text, enter the value again and export again.");
        string text = facts.Kind == FieldKind.YesNo ? YesNo(value) : value.ToString();
        if (text.IndexOf(ReplacementCharacter) >= 0)
            return Refuse(value, facts, place, issues, "Letters were lost when the file was read with the wrong encoding.", "Save the file as UTF-8, or name its encoding to Import-Csv by -Encoding.");
        if (NumberText.IsScientific(text) && IsCodeLike(facts))
            return Refuse(value, facts, place, issues, "A spreadsheet has turned it into scientific notation and digits are lost.", "Format the column as text, enter the value again and export again.");
        if (IsDocumentNumber(facts) && IsSpreadsheetDay(text))
            return Refuse(value, facts, place, issues, "A spreadsheet seems to have turned it into a date.", $"Format the column as text, enter the number again and export again; if it is the number, write it in capitals, {text.ToUpperInvariant()}, which is the same to the portal.");
        return Normalise(OneLine(text), facts);
    }

    /// <summary>The one form of a text: codes in capitals, state codes with their zero, numbers of telephones and vehicles without blanks.</summary>
    internal static string Normalise(string text, FieldFacts facts)
    {
        switch (facts.Kind)
        {
            case FieldKind.Code:
                string code = facts.WireName == "Unit" ? CodeOf(text.ToUpperInvariant(), maxCodeLength: 3) : text.ToUpperInvariant();
                return Synonyms.TryGetValue(facts.Path, out Dictionary<string, string>? words) && words.TryGetValue(code, out string? known) ? known : code;
            case FieldKind.Gstin:
                return text.ToUpperInvariant();
            case FieldKind.State:
                string state = CodeOf(text, maxCodeLength: 2);
                return state.Length == 1 && state[0] is >= '1' and <= '9' ? "0" + state : state;
            case FieldKind.YesNo:
                return text.ToUpperInvariant();
            case FieldKind.Vehicle:
                return Without(text, ' ', '-');
            case FieldKind.Digits when facts.WireName == "Ph":
                return Without(text, ' ', '-').TrimStart('+');
            default:
                return text;
        }
    }

    // The GST portal's own templates write 27-Maharashtra and NOS-NUMBERS.
    private static string CodeOf(string text, int maxCodeLength)
    {
        int hyphen = text.IndexOf('-');
        string code = hyphen < 0 ? text : text.Substring(0, hyphen).TrimEnd();
        return code.Length >= 1 && code.Length <= maxCodeLength ? code : text;
    }

    private static bool IsDocumentNumber(FieldFacts facts) => facts.Path is "DocDtls.No" or "RefDtls.PrecDocDtls[].InvNo";

    // What 1-11 and 11/26 become: 1-Nov, Nov-26. A number of one's own in this very letter case is rare.
    private static bool IsSpreadsheetDay(string text) =>
        text.Length <= 6
        && DateTime.TryParseExact(text, SpreadsheetDays, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
        && text.IndexOf(day.ToString("MMM", CultureInfo.InvariantCulture), StringComparison.Ordinal) >= 0;

    private static bool IsCodeLike(FieldFacts facts) =>
        facts.Kind != FieldKind.Text || facts.Pattern is null || facts.Max <= 30;

    private static string YesNo(GivenValue value)
    {
        if (value.Flag is bool flag)
            return flag ? "Y" : "N";
        string text = value.ToString();
        return text.ToUpperInvariant() switch { "YES" or "TRUE" => "Y", "NO" or "FALSE" => "N", _ => text };
    }

    // Cells with line breaks (addresses, descriptions) become one line: NIC's text fields have no lines.
    private static string OneLine(string text)
    {
        if (text.IndexOfAny(['\r', '\n', '\t']) < 0)
            return text;
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isBreak = c is '\r' or '\n' or '\t' or ' ';
            if (!isBreak)
                line.Append(c);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
        }
        return line.ToString();
    }

    private static string Without(string text, char first, char second) =>
        text.IndexOf(first) < 0 && text.IndexOf(second) < 0
            ? text
            : text.Replace(first.ToString(CultureInfo.InvariantCulture), "").Replace(second.ToString(CultureInfo.InvariantCulture), "");

    private static string? Refuse(GivenValue value, FieldFacts facts, Place place, IssueList issues, string message, string remedy)
    {
        issues.Add(facts, place, message, value.ToString(), facts.Constraint(), remedy);
        return null;
    }

    private static Dictionary<string, string> SynonymsOf(params (string Word, string Code)[] words)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string word, string code) in words)
            map.Add(word, code);
        return map;
    }
}
